package aftercare.messaging.inbound;

import aftercare.platform.duework.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the loss net going, by machine time. */
@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

    @Bean
    DueWork lossNetDue(LossNet net, @Value("${messaging.loss-net:60s}") Duration every) {
        return new DueWork("loss-net", every, net::look);
    }
}

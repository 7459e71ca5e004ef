package aftercare.messaging.sending;

import aftercare.messaging.requests.Bell;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the due work of sending going. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    @Bean
    DueWork sendingDue(Sender sender, Bell bell, SendingSettings settings) {
        var work = new DueWork("sending", settings.poll(), sender::sendDue);
        bell.hear(work::wake);
        return work;
    }

    @Bean
    DueWork settlingDue(Settling settling) {
        return new DueWork("settling", Duration.ofSeconds(1), settling::settleDue);
    }
}

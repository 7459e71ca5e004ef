package aftercare.journeys.dispatch;

import aftercare.platform.duework.DueWork;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often to look for due patients. */
@ConfigurationProperties("journeys.dispatch")
record DispatchSettings(@DefaultValue("500ms") Duration poll) {

    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        DueWork journeysDispatch(DispatchSettings settings, DispatchWork work) {
            return new DueWork("journeys-dispatch", settings.poll(), work::run);
        }
    }
}

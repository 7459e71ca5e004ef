package aftercare.platform.clock;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The two clocks, and in a demo the doors by which clinic time is moved. */
@AutoConfiguration
public class ClockAutoConfiguration {

    ClockAutoConfiguration(Environment environment) {
        var url = environment.getProperty("aftercare.clock.url");
        if (url != null && Mode.of(environment) == Mode.LIVE) {
            throw new InvalidConfigurationPropertyValueException(
                    "aftercare.clock.url",
                    url,
                    "A live deployment's clock can't be moved. Leave this property out, or set aftercare.mode=demo for a demo.");
        }
    }

    @Bean
    @ConditionalOnMissingBean
    MachineClock machineClock() {
        return MachineClock.system();
    }

    @Bean
    @ConditionalOnMissingBean
    ClinicClock clinicClock(MachineClock machine) {
        return new ClinicClock(machine);
    }

    @Bean
    @ConditionalOnMissingBean
    Attention attention() {
        return new Attention();
    }

    @Bean
    @ConditionalOnMissingBean
    Activity activity() {
        return new Activity();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "aftercare.mode", havingValue = "demo")
    static class Demo {

        @Bean
        ClinicTime clinicTime(ClinicClock clock, ApplicationEventPublisher events) {
            return new ClinicTime(clock, events);
        }

        @Bean
        ClockController clockController(
                ClinicClock clock,
                ClinicTime time,
                Activity activity,
                Attention attention,
                ObjectProvider<WorkSource> sources) {
            return new ClockController(clock, time, activity, attention, sources);
        }

        @Bean
        @ConditionalOnProperty("aftercare.clock.url")
        ClockFollower clockFollower(Environment environment, RestClient.Builder http, ClinicTime time) {
            var connecting = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
            var requests = new JdkClientHttpRequestFactory(connecting);
            requests.setReadTimeout(Duration.ofSeconds(5));
            return new ClockFollower(
                    URI.create(environment.getRequiredProperty("aftercare.clock.url")),
                    http.requestFactory(requests).build(),
                    time);
        }
    }
}

package aftercare.journeys.versions;

import aftercare.platform.duework.DueWork;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How versions take effect, and how far a review looks.
 *
 * @param poll how often to look whether a scheduled version is due
 * @param reviewDays how many days of messages a review compares
 * @param reviewPatients above so many enrolled patients a sample of so many is compared
 * @param reviewWithin no patient is begun after this; the rest counts as not looked at
 * @param itemNinePrior expected part of PHQ-9s in which item 9 is 1 or more, before there is experience
 * @param itemNinePriorAnswers how many PHQ-9s that expectation weighs as much as
 */
@ConfigurationProperties("journeys.versions")
record VersionSettings(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("14") int reviewDays,
        @DefaultValue("2000") int reviewPatients,
        @DefaultValue("3s") Duration reviewWithin,
        @DefaultValue("0.2") double itemNinePrior,
        @DefaultValue("50") int itemNinePriorAnswers) {

    @Configuration(proxyBeanMethods = false)
    static class Work {
        @Bean
        DueWork journeysTakingEffect(VersionSettings settings, TakingEffect takingEffect) {
            return new DueWork("journeys-taking-effect", settings.poll(), takingEffect::run);
        }
    }
}

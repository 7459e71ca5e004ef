package aftercare.screening.replies;

import aftercare.screening.engine.Engine;
import aftercare.screening.engine.Reply;
import aftercare.screening.engine.Screener;
import aftercare.screening.engine.TimeLimited;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The engine with the rules and the model it is shipped with. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);
    private static final int WARM_UPS = 20;

    /** Has read a few texts before the first patient's, so that a cold start does not cost that patient the time limit. */
    @Bean
    Engine engine() {
        var engine = Engine.shipped();
        for (int i = 0; i < WARM_UPS; i++)
            engine.screen(new Reply("Good morning, can I move my visit?", 0, List.of(), null, true, false, null));
        engine.trouble().ifPresent(why -> log.atError().addKeyValue("why", why).log("Screening by rules alone"));
        return engine;
    }

    @Bean
    @Primary
    Screener screener(Engine engine, ScreeningSettings settings) {
        return new TimeLimited(engine, settings.timeLimit());
    }
}

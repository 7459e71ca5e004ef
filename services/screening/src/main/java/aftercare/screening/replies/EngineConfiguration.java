package aftercare.screening.replies;

import aftercare.screening.engine.Engine;
import aftercare.screening.engine.Reply;
import aftercare.screening.engine.Screener;
import aftercare.screening.engine.TimeLimited;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine with the rules it is shipped with. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    private static final int WARM_UPS = 20;

    /** Has read a few texts before the first patient's, so that a cold start does not cost that patient the time limit. */
    @Bean
    Screener screener(ScreeningSettings settings) {
        var engine = Engine.shipped();
        for (int i = 0; i < WARM_UPS; i++)
            engine.screen(new Reply("Good morning, can I move my visit?", 0, List.of(), null, true, false));
        return new TimeLimited(engine, settings.timeLimit());
    }
}

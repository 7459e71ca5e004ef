package aftercare.screening.replies;

import aftercare.screening.engine.Engine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Unwell while the learned model says nothing: rules still give every verdict, and the operator hears of it by the alarm that a service does
 * not answer.
 */
@Component
class ModelHealth implements HealthIndicator {
    private final Engine engine;

    ModelHealth(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        return engine.trouble()
                .map(why -> Health.down().withDetail("model", why).build())
                .orElseGet(() -> Health.up().build());
    }
}

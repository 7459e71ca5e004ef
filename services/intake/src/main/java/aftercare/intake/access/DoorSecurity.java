package aftercare.intake.access;

import aftercare.platform.clock.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The doors to the outside have a rule of their own; everything else is the platform's. */
@Configuration
class DoorSecurity {
    private static final Logger log = LoggerFactory.getLogger(DoorSecurity.class);

    @Bean
    @Order(-100)
    SecurityFilterChain doors(HttpSecurity http, DoorSettings settings, Environment environment) {
        http.securityMatcher("/fhir", "/fhir/**", "/v1/events")
                .csrf(CsrfConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        if (Mode.of(environment) == Mode.LIVE) {
            http.addFilterBefore(new ApiTokenFilter(settings.apiToken()), AuthorizationFilter.class);
            if (settings.apiToken() == null) {
                log.warn("intake.api-token is not set: nothing can be handed in by HTTP");
            }
        }
        return http.build();
    }
}

package aftercare.platform.access;

import aftercare.platform.clock.ClockAutoConfiguration;
import aftercare.platform.clock.MachineClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who may call what. A service that logs people in itself sets {@code aftercare.access.resource-server=false} and brings its own chain; one
 * that only adds a chain for some paths gives it a higher order.
 */
@AutoConfiguration(
        after = ClockAutoConfiguration.class,
        before = {ServletWebSecurityAutoConfiguration.class, OAuth2ResourceServerWebSecurityAutoConfiguration.class})
@EnableMethodSecurity
@EnableConfigurationProperties(AccessSettings.class)
class AccessAutoConfiguration {
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnMissingBean
    Tokens tokens(AccessSettings settings, MachineClock clock) {
        return new Tokens(settings.key(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceClients serviceClients(Environment environment, RestClient.Builder builder, Tokens tokens) {
        return new TokenServiceClients(environment, builder, tokens);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            AccessSettings settings, MachineClock clock, @Value("${spring.application.name}") String service) {
        var decoder = NimbusJwtDecoder.withSecretKey(settings.key())
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        var lifetime = new JwtTimestampValidator(SKEW);
        lifetime.setClock(clock);
        lifetime.setAllowEmptyExpiryClaim(false);
        var audience = new JwtClaimValidator<@Nullable Collection<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(service));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(lifetime, audience));
        return decoder;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "resourceServer")
    @ConditionalOnProperty(name = "aftercare.access.resource-server", matchIfMissing = true)
    SecurityFilterChain resourceServer(HttpSecurity http, AccessSettings settings) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/webhooks/**", "/error")
                        .permitAll()
                        // These answer in a demo only; in a live deployment nothing is there.
                        .requestMatchers("/v1/work", "/v1/clock")
                        .permitAll()
                        .requestMatchers(settings.openPaths().toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint((request, response, refusal) -> Problem.NO_TOKEN.answer(response))
                        .accessDeniedHandler((request, response, refusal) -> Problem.NOT_ALLOWED.answer(response)))
                .build();
    }

    @Bean
    PublicDoor publicDoor(@Value("${aftercare.public-port:#{null}}") @Nullable Integer port) {
        return new PublicDoor(port);
    }

    /** Before the security filters: a path of the other door is not there at all. */
    @Bean
    FilterRegistrationBean<PublicDoor> publicDoorFilter(PublicDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    private static JwtAuthenticationConverter roles() {
        var authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName(Tokens.ROLES);
        authorities.setAuthorityPrefix("ROLE_");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }
}

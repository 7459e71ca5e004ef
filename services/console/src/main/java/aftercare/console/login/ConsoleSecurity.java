package aftercare.console.login;

import aftercare.platform.access.Role;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Pages by login form and session; {@code /api} for scripts by HTTP Basic, without a session. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService staffLogins(Accounts accounts) {
        return staffId -> accounts.byId(staffId)
                .map(account -> User.withUsername(account.staffId())
                        .password(account.passwordHash())
                        .roles(account.roles().stream().map(Role::name).toArray(String[]::new))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    @Bean
    @Order(1)
    SecurityFilterChain scripts(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(EndpointRequest.to("health", "prometheus"))
                                .permitAll()
                                .requestMatchers("/login", "/webjars/**", "/*.css", "/*.js", "/*.svg", "/error")
                                .permitAll()
                                .requestMatchers(
                                        "/fixed-answers/**",
                                        "/journeys/draft/**",
                                        "/journeys/undo",
                                        "/drills/**",
                                        "/on-call/rotations/**",
                                        "/on-call/policies/**",
                                        "/on-call/staff/**")
                                .hasRole(Role.ADMIN.name())
                                .requestMatchers("/read-through/**", "/reviews/**", "/patients/*/safety-plan")
                                .hasRole(Role.CLINICIAN.name())
                                .requestMatchers("/v1/work", "/v1/clock")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/").permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInFirst()))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/v1/clock"))
                .build();
    }

    /** A part of a page that fetches itself must not get the login form in its place. */
    private static AuthenticationEntryPoint signInFirst() {
        var form = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, failure) -> {
            if (request.getHeader("HX-Request") != null
                    || request.getServletPath().equals("/live")) {
                response.sendError(HttpStatus.UNAUTHORIZED.value());
            } else {
                form.commence(request, response, failure);
            }
        };
    }
}

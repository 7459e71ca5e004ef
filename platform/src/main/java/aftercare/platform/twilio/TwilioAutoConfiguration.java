package aftercare.platform.twilio;

import aftercare.platform.clock.Mode;
import com.twilio.http.TwilioRestClient;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The carrier's two directions. Each service that asks for a {@link SmsCarrier} has a connection pool of its own. */
@AutoConfiguration
@EnableConfigurationProperties(TwilioSettings.class)
class TwilioAutoConfiguration {

    TwilioAutoConfiguration(Environment environment, TwilioSettings settings) {
        switch (Mode.of(environment)) {
            case LIVE -> refuseSimulator(settings);
            case DEMO -> refuseTwilioItself(settings);
        }
    }

    /** Made when first asked for: only services that send need an account. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    SmsCarrier smsCarrier(TwilioSettings settings) {
        return new TwilioCarrier(client(settings));
    }

    /** With connections of its own: texts that hang keep no phone from ringing, nor the other way round. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    VoiceCarrier voiceCarrier(TwilioSettings settings) {
        return new TwilioVoice(client(settings));
    }

    @Bean
    @ConditionalOnMissingBean
    WebhookSignatures webhookSignatures(TwilioSettings settings) {
        return new WebhookSignatures(settings.signingTokens());
    }

    /** After the filter that decides the encoding, before the security filters. */
    @Bean
    FilterRegistrationBean<SignedWebhooks> signedWebhooks(
            WebhookSignatures signatures, @Value("${aftercare.public-url:}") String publicUrl) {
        var registration = new FilterRegistrationBean<>(new SignedWebhooks(signatures, publicUrl));
        registration.addUrlPatterns("/webhooks/twilio/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    private static TwilioRestClient client(TwilioSettings settings) {
        var sid = settings.accountSid();
        var token = settings.authToken();
        if (sid == null || sid.isBlank() || token == null || token.isBlank()) {
            throw refused(
                    "twilio.account-sid",
                    "This service texts or calls and needs an account: set twilio.account-sid and twilio.auth-token.");
        }
        keepRequestsOutOfTheLog();
        return new TwilioRestClient.Builder(sid, token)
                .httpClient(new OneAttempt(connections(settings)))
                .build();
    }

    private static HttpClientBuilder connections(TwilioSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.socketTimeout()))
                        .build())
                .build();
        var client =
                HttpClientBuilder.create().setConnectionManager(connections).disableAutomaticRetries();
        var simulator = settings.baseUrl();
        if (simulator != null) {
            var route = new HttpRoute(host(simulator), null, "https".equalsIgnoreCase(simulator.getScheme()));
            client.setRoutePlanner((target, context) -> route);
        }
        return client;
    }

    private static HttpHost host(URI url) {
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        var port = url.getPort() == -1 ? ("https".equals(scheme) ? 443 : 80) : url.getPort();
        return new HttpHost(scheme, url.getHost(), port);
    }

    /** Whatever the settings say: at debug these loggers write whole requests, with numbers and texts (S9). */
    private static void keepRequestsOutOfTheLog() {
        var logging = LoggingSystem.get(TwilioAutoConfiguration.class.getClassLoader());
        for (var logger : new String[] {
            "com.twilio",
            "com.twilio.http",
            "org.apache.hc",
            "org.apache.hc.client5.http",
            "org.apache.hc.client5.http.wire",
            "org.apache.hc.client5.http.headers"
        }) {
            logging.setLogLevel(logger, LogLevel.WARN);
        }
    }

    private static void refuseSimulator(TwilioSettings settings) {
        if (settings.baseUrl() != null) {
            throw refused(
                    "twilio.base-url",
                    "A live deployment speaks to Twilio itself. Leave this property out, or set aftercare.mode=demo for a demo.");
        }
    }

    private static void refuseTwilioItself(TwilioSettings settings) {
        if (settings.complete() && settings.baseUrl() == null) {
            throw refused(
                    "twilio.account-sid",
                    "A demo must not reach real phones. Set twilio.base-url to the simulator, or set aftercare.mode=live.");
        }
    }

    private static InvalidConfigurationPropertyValueException refused(String property, String reason) {
        return new InvalidConfigurationPropertyValueException(property, "(not shown)", reason);
    }
}

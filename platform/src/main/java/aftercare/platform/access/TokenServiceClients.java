package aftercare.platform.access;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

final class TokenServiceClients implements ServiceClients {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    private final Environment environment;
    private final RestClient.Builder builder;
    private final Tokens tokens;

    TokenServiceClients(Environment environment, RestClient.Builder builder, Tokens tokens) {
        this.environment = environment;
        this.builder = builder.requestFactory(requests());
        this.tokens = tokens;
    }

    @Override
    public RestClient to(String service, Caller caller) {
        return builder.clone()
                .baseUrl(address(service))
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(tokens.mint(caller, service));
                    return execution.execute(request, body);
                })
                .build();
    }

    private String address(String service) {
        var property = "aftercare.services." + service;
        var address = environment.getProperty(property);
        if (address == null) {
            throw new InvalidConfigurationPropertyValueException(
                    property, "", "Set it to the base URL of the service " + service + ".");
        }
        return address;
    }

    private static ClientHttpRequestFactory requests() {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build());
        requests.setReadTimeout(READ);
        return requests;
    }
}

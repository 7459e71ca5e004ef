package aftercare.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.OptionalInt;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Webhooks have a port of their own, and nothing else is to be had there: each side answers the other's paths with 404. */
final class PublicDoor extends OncePerRequestFilter
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String WEBHOOKS = "/webhooks/";

    private final @Nullable Integer port;
    private volatile @Nullable Connector connector;

    /**
     * @param port absent for a service without webhooks
     */
    PublicDoor(@Nullable Integer port) {
        this.port = port;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (port != null) {
            connector = open(port, factory.getAddress());
            factory.addAdditionalConnectors(connector);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(WEBHOOKS) == camePublicly(request)) {
            chain.doFilter(request, response);
        } else {
            Problem.NOT_FOUND.answer(response);
        }
    }

    /** Where it listens; empty for a service without webhooks. */
    OptionalInt port() {
        var opened = connector;
        return opened == null ? OptionalInt.empty() : OptionalInt.of(opened.getLocalPort());
    }

    private boolean camePublicly(HttpServletRequest request) {
        return port().equals(OptionalInt.of(request.getLocalPort()));
    }

    private static Connector open(int port, @Nullable InetAddress address) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setExecutor(new VirtualThreadExecutor("public-"));
            if (address != null) {
                protocol.setAddress(address);
            }
        }
        return connector;
    }
}

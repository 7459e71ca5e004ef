package aftercare.platform.access;

import org.springframework.web.client.RestClient;

/** HTTP to other services, with a fresh 60 second token for the named caller on each request. */
public interface ServiceClients {

    /**
     * A client whose base URL is that of {@code service} ({@code aftercare.services.<service>}) and whose time-outs are short: 2 s to
     * connect, 5 s to read.
     */
    RestClient to(String service, Caller caller);
}

package aftercare.simulator.carrier;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of another page of the same list, without the host, as Twilio gives it. */
final class PageAddress {
    private PageAddress() {}

    static String of(HttpServletRequest request, int page) {
        var query = request.getQueryString() == null
                ? ""
                : request.getQueryString().replace("<", "%3C").replace(">", "%3E");
        var kept = Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty() && !pair.startsWith("Page="));
        var turned = Stream.of("Page=" + page);
        return request.getRequestURI() + "?" + Stream.concat(kept, turned).collect(Collectors.joining("&"));
    }
}

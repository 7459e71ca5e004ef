package aftercare.simulator.carrier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's Messages resource. */
@RestController
@RequestMapping(path = "/2010-04-01/Accounts/{account}", produces = MediaType.APPLICATION_JSON_VALUE)
class MessagesController {
    private final TwilioAccount account;
    private final Carrier carrier;
    private final Texts texts;
    private final Faults faults;

    MessagesController(TwilioAccount account, Carrier carrier, Texts texts, Faults faults) {
        this.account = account;
        this.carrier = carrier;
        this.texts = texts;
        this.faults = faults;
    }

    @PostMapping(path = "/Messages.json", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Nullable
    ResponseEntity<MessageResource> create(@PathVariable("account") String sid, HttpServletRequest request) {
        account.authenticate(sid, request);
        var order = new Order(
                orEmpty(request, "To"),
                orEmpty(request, "From"),
                orEmpty(request, "Body"),
                request.getParameter("StatusCallback"));
        return faults.around(order.from(), request, () -> created(carrier.take(order)));
    }

    private ResponseEntity<MessageResource> created(Text text) {
        return ResponseEntity.status(HttpStatus.CREATED).body(MessageResource.of(account.accountSid(), text));
    }

    @GetMapping("/Messages/{message}.json")
    MessageResource one(
            @PathVariable("account") String sid, @PathVariable("message") String message, HttpServletRequest request) {
        account.authenticate(sid, request);
        return texts.find(message)
                .map(text -> MessageResource.of(sid, text))
                .orElseThrow(() -> new Refused(Refusal.NO_SUCH_MESSAGE));
    }

    @GetMapping("/Messages.json")
    MessagePage list(@PathVariable("account") String sid, HttpServletRequest request) {
        account.authenticate(sid, request);
        var listing = Listing.read(request::getParameter);
        return MessagePage.of(sid, listing, texts.listed(listing), request);
    }

    private static String orEmpty(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MessagePage(
            int page,
            @JsonProperty("page_size") int pageSize,
            int start,
            int end,
            String uri,
            @JsonProperty("first_page_uri") String firstPageUri,
            @JsonProperty("previous_page_uri") @Nullable String previousPageUri,
            @JsonProperty("next_page_uri") @Nullable String nextPageUri,
            List<MessageResource> messages) {

        static MessagePage of(String account, Listing listing, List<Text> found, HttpServletRequest request) {
            var more = found.size() > listing.pageSize();
            var shown = found.stream()
                    .limit(listing.pageSize())
                    .map(text -> MessageResource.of(account, text))
                    .toList();
            var start = listing.page() * listing.pageSize();
            return new MessagePage(
                    listing.page(),
                    listing.pageSize(),
                    start,
                    start + Math.max(0, shown.size() - 1),
                    PageAddress.of(request, listing.page()),
                    PageAddress.of(request, 0),
                    listing.page() == 0 ? null : PageAddress.of(request, listing.page() - 1),
                    more ? PageAddress.of(request, listing.page() + 1) : null,
                    shown);
        }
    }
}

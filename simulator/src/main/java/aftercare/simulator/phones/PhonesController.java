package aftercare.simulator.phones;

import aftercare.simulator.carrier.CallFault;
import aftercare.simulator.carrier.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The phones as plain HTTP. Numbers stand in bodies only (S9). */
@RestController
@RequestMapping("/v1/phones")
class PhonesController {
    private final Phones phones;

    PhonesController(Phones phones) {
        this.phones = phones;
    }

    /** The demo's people, and of the others those with the newest texts. */
    @GetMapping
    List<PhoneView> all(@RequestParam(defaultValue = "100") int others) {
        return phones.shown(others);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PhoneView add(@RequestBody Added added) {
        return phones.view(phones.add(added.number(), added.name()).id());
    }

    /** Answers when the clinic's webhook was called once; the status says whether it took the text. */
    @PostMapping(path = "/type", consumes = MediaType.APPLICATION_JSON_VALUE)
    Typed type(@RequestBody Typing typing) {
        var text = phones.type(
                phones.at(typing.from()), typing.body(), typing.to(), typing.media() == null ? 0 : typing.media());
        return new Typed(text.sid(), text.line(), text.status());
    }

    @PostMapping(path = "/read", consumes = MediaType.APPLICATION_JSON_VALUE)
    PhoneView read(@RequestBody Named named) {
        return phones.read(phones.at(named.number()));
    }

    @PostMapping(path = "/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@RequestBody Refusing refusing) {
        phones.refuse(phones.at(refusing.number()), refusing.errorCode());
    }

    @PostMapping(path = "/receipts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receipts(@RequestBody Dropping dropping) {
        phones.dropReceipts(phones.at(dropping.number()), dropping.drop());
    }

    /** The newest calls of a phone, newest first, with what was said. */
    @PostMapping(path = "/calls", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<CallView> calls(@RequestBody Named named) {
        return phones.calls(phones.at(named.number()));
    }

    /** What its owner does about a call. */
    @PostMapping(path = "/call", consumes = MediaType.APPLICATION_JSON_VALUE)
    PhoneView call(@RequestBody Calling calling) {
        var phone = phones.at(calling.number());
        phones.handle(phone, calling.deed(), calling.keys());
        return phones.view(phone.id());
    }

    @PostMapping(path = "/call-fault", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callFault(@RequestBody CallFailing failing) {
        phones.failCalls(phones.at(failing.number()), failing.fault());
    }

    /** A body of a request, which never shows itself (S9). */
    record Added(@Nullable String number, @Nullable String name) {
        @Override
        public String toString() {
            return "Added";
        }
    }

    record Typing(
            @Nullable String from,
            @Nullable String body,
            @Nullable String to,
            @Nullable Integer media) {
        @Override
        public String toString() {
            return "Typing";
        }
    }

    record Typed(String sid, String to, Status status) {
        @Override
        public String toString() {
            return "Typed " + sid;
        }
    }

    record Named(@Nullable String number) {
        @Override
        public String toString() {
            return "Named";
        }
    }

    record Refusing(@Nullable String number, @Nullable Integer errorCode) {
        @Override
        public String toString() {
            return "Refusing";
        }
    }

    record Calling(
            @Nullable String number,
            Phones.CallDeed deed,
            @Nullable String keys) {
        @Override
        public String toString() {
            return "Calling";
        }
    }

    record CallFailing(@Nullable String number, @Nullable CallFault fault) {
        @Override
        public String toString() {
            return "CallFailing";
        }
    }

    record Dropping(@Nullable String number, boolean drop) {
        @Override
        public String toString() {
            return "Dropping";
        }
    }
}

package aftercare.simulator.phones;

import aftercare.simulator.calls.Call;
import aftercare.simulator.calls.Calls;
import aftercare.simulator.calls.Switchboard;
import aftercare.simulator.carrier.CallFault;
import aftercare.simulator.carrier.Carrier;
import aftercare.simulator.carrier.ClinicLine;
import aftercare.simulator.carrier.ClinicLines;
import aftercare.simulator.carrier.Direction;
import aftercare.simulator.carrier.PhoneNumber;
import aftercare.simulator.carrier.Subscriber;
import aftercare.simulator.carrier.Subscribers;
import aftercare.simulator.carrier.Text;
import aftercare.simulator.carrier.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person does with the phones, whichever door they come by. */
@Component
class Phones {
    static final int SHOWN_TEXTS = 200;
    private static final int SHOWN_CALLS = 50;
    private static final int LOOKED_BACK = 2;

    private final Subscribers subscribers;
    private final Texts texts;
    private final Carrier carrier;
    private final ClinicLines lines;
    private final Calls calls;
    private final Switchboard switchboard;

    Phones(
            Subscribers subscribers,
            Texts texts,
            Carrier carrier,
            ClinicLines lines,
            Calls calls,
            Switchboard switchboard) {
        this.subscribers = subscribers;
        this.texts = texts;
        this.carrier = carrier;
        this.lines = lines;
        this.calls = calls;
        this.switchboard = switchboard;
    }

    List<PhoneView> shown(int others) {
        return subscribers.shown(others).stream().map(this::view).toList();
    }

    int count() {
        return subscribers.count();
    }

    List<ClinicLine> lines() {
        return lines.all();
    }

    PhoneView view(String id) {
        return view(subscriber(id));
    }

    Subscriber subscriber(String id) {
        return subscribers.find(id).orElseThrow(Problems::unknownPhone);
    }

    /** The phone with this number; it is added when nobody knew it. */
    Subscriber at(@Nullable String number) {
        var read = PhoneNumber.read(number == null ? "" : number).orElseThrow(Problems::badNumber);
        if (lines.all().stream().anyMatch(line -> line.number().equals(read.e164()))) {
            throw Problems.clinicNumber();
        }
        return subscribers.at(read);
    }

    Subscriber add(@Nullable String number, @Nullable String name) {
        var phone = at(number);
        if (name != null && !name.isBlank()) {
            subscribers.name(phone.id(), name.strip());
        }
        return subscriber(phone.id());
    }

    /** Whoever answers has read what was there. */
    Text type(Subscriber phone, @Nullable String body, @Nullable String to, int media) {
        if ((body == null || body.isEmpty()) && media == 0) {
            throw Problems.nothingTyped();
        }
        if (media < 0 || media > 10) {
            throw Problems.tooManyPictures();
        }
        var typed = carrier.type(phone, line(phone, to), body == null ? "" : body, media);
        subscribers.read(phone.id(), typed.seq());
        return typed;
    }

    private ClinicLine line(Subscriber phone, @Nullable String to) {
        if (to == null || to.isBlank()) {
            return carrier.lineFor(phone);
        }
        return lines.all().stream()
                .filter(line -> line.number().equals(to) || line.id().equals(to))
                .findFirst()
                .orElseThrow(() -> Problems.unknownLine(lines.all()));
    }

    /** The whole thread; its texts count as read from now on. */
    PhoneView read(Subscriber phone) {
        var view = view(phone);
        var thread = texts.thread(phone.id(), 1);
        if (!thread.isEmpty()) {
            subscribers.read(phone.id(), thread.getLast().seq());
        }
        return view;
    }

    void refuse(Subscriber phone, @Nullable Integer code) {
        if (code != null && (code < 20000 || code > 99999)) {
            throw Problems.badCode();
        }
        subscribers.refuse(phone.id(), code);
    }

    void dropReceipts(Subscriber phone, boolean drop) {
        subscribers.dropReceipts(phone.id(), drop);
    }

    private PhoneView view(Subscriber phone) {
        var thread = texts.thread(phone.id(), SHOWN_TEXTS);
        var bubbles = thread.stream().map(text -> bubble(text, phone)).toList();
        return new PhoneView(
                phone.id(),
                phone.number(),
                phone.name(),
                phone.staff(),
                phone.refusedWith(),
                phone.dropsReceipts(),
                phone.callFault(),
                (int) bubbles.stream().filter(PhoneView.Bubble::unread).count(),
                bubbles,
                calls.on(phone.id()).map(this::call).orElse(null),
                calls.of(phone.id(), LOOKED_BACK).stream()
                        .filter(call -> call.progress().isOver())
                        .findFirst()
                        .map(this::call)
                        .orElse(null));
    }

    /** Its newest calls, newest first. */
    List<CallView> calls(Subscriber phone) {
        return calls.of(phone.id(), SHOWN_CALLS).stream().map(this::call).toList();
    }

    private CallView call(Call call) {
        return new CallView(
                call.sid(),
                lines.nameOf(call.line()),
                call.progress(),
                call.byMachine(),
                call.isListening(),
                call.lines(),
                call.clinicAt());
    }

    /** What its owner does about the call that it rings with or is on. */
    void handle(Subscriber phone, CallDeed deed, @Nullable String keys) {
        if (calls.on(phone.id()).isEmpty()) {
            throw Problems.noCall();
        }
        switch (deed) {
            case answer -> switchboard.pickUp(phone.id());
            case voicemail -> switchboard.letVoicemailTake(phone.id());
            case decline -> switchboard.decline(phone.id());
            case hangup -> switchboard.hangUp(phone.id());
            case press -> press(phone, keys);
        }
    }

    private void press(Subscriber phone, @Nullable String keys) {
        if (keys == null || !keys.matches("[0-9*#]{1,20}")) {
            throw Problems.badKeys();
        }
        switchboard.press(phone.id(), keys);
    }

    void failCalls(Subscriber phone, @Nullable CallFault fault) {
        subscribers.failCalls(phone.id(), fault);
    }

    /** The words of the query parameter. */
    enum CallDeed {
        answer,
        voicemail,
        decline,
        hangup,
        press
    }

    private PhoneView.Bubble bubble(Text text, Subscriber phone) {
        var incoming = text.direction() == Direction.TO_PHONE;
        return new PhoneView.Bubble(
                text.sid(),
                text.direction(),
                incoming ? text.line() : text.phone(),
                incoming ? text.phone() : text.line(),
                lines.nameOf(text.line()),
                text.body(),
                text.mediaCount(),
                text.segments(),
                text.status(),
                text.errorCode(),
                incoming && text.onPhone() && text.seq() > phone.readTo(),
                text.clinicAt(),
                text.createdAt());
    }
}

package aftercare.simulator.phones;

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

    private final Subscribers subscribers;
    private final Texts texts;
    private final Carrier carrier;
    private final ClinicLines lines;

    Phones(Subscribers subscribers, Texts texts, Carrier carrier, ClinicLines lines) {
        this.subscribers = subscribers;
        this.texts = texts;
        this.carrier = carrier;
        this.lines = lines;
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
                (int) bubbles.stream().filter(PhoneView.Bubble::unread).count(),
                bubbles);
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

package aftercare.simulator.carrier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what the clinic sends, and brings what phones type to the clinic. */
@Component
public class Carrier {
    private final ClinicLines lines;
    private final Subscribers subscribers;
    private final Texts texts;
    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final CarrierSettings settings;

    Carrier(
            ClinicLines lines,
            Subscribers subscribers,
            Texts texts,
            Deliveries deliveries,
            Webhooks webhooks,
            CarrierSettings settings) {
        this.lines = lines;
        this.subscribers = subscribers;
        this.texts = texts;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.settings = settings;
    }

    /** Takes a text for a phone, or says why not. */
    Text take(Order order) {
        refuseIf(order.fault());
        if (lines.at(order.from()).isEmpty()) {
            throw new Refused(Refusal.FOREIGN_FROM);
        }
        if (order.callback() != null && !webhooks.mayCall(order.callback())) {
            throw new Refused(Refusal.BAD_CALLBACK);
        }
        var phone = subscribers.at(new PhoneNumber(order.to()));
        var chosen = phone.refusedWith();
        if (chosen != null && !Refusal.onTheWay(chosen)) {
            throw new Refused(Refusal.chosen(chosen));
        }
        if (settings.keywordBlocking() && texts.blocked(phone.id(), order.from())) {
            throw new Refused(Refusal.OPTED_OUT);
        }
        var text = texts.addToPhone(phone, order.from(), order.body(), order.callback());
        deliveries.begin(text);
        return text;
    }

    private static void refuseIf(@Nullable Refusal fault) {
        if (fault != null) {
            throw new Refused(fault);
        }
    }

    /** The clinic number an unaddressed text of this phone goes to: the one that texted it last, else the patients' line. */
    public ClinicLine lineFor(Subscriber phone) {
        return texts.lastLine(phone.id()).flatMap(lines::at).orElseGet(lines::patients);
    }

    /** Brings what somebody typed to the clinic, once before this returns and again later if the clinic did not take it. */
    public Text type(Subscriber phone, ClinicLine line, String body, int mediaCount) {
        var text = texts.addFromPhone(phone, line.number(), body, mediaCount);
        if (settings.keywordBlocking()) {
            obey(Keyword.of(body), phone, line);
        }
        return deliveries.bring(text);
    }

    private void obey(Keyword keyword, Subscriber phone, ClinicLine line) {
        switch (keyword) {
            case STOP -> texts.block(phone.id(), line.number());
            case START -> texts.unblock(phone.id(), line.number());
            case HELP -> {}
            case NONE -> {
                return;
            }
        }
        deliveries.begin(texts.addToPhone(phone, line.number(), keyword.answer(), null));
    }
}

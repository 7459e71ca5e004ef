package aftercare.messaging.patients;

import aftercare.messaging.consent.ConsentLedger;
import aftercare.messaging.lines.Charts;
import aftercare.messaging.lines.Lines;
import aftercare.messaging.lines.Patient;
import aftercare.messaging.lines.SecondContact;
import aftercare.messaging.lines.TextingNumber;
import aftercare.messaging.requests.Messages;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.inbox.Inbox;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.LineId;
import aftercare.schemas.PatientId;
import aftercare.schemas.Sealed;
import aftercare.schemas.clinic.PatientChanged;
import aftercare.schemas.messaging.SkipReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Brings lines, the ledger and the queue in step with a chart. */
@Service
class PatientUpdates {
    private static final String CONSUMER = "messaging.patients";

    private final Lines lines;
    private final Charts charts;
    private final ConsentLedger consent;
    private final Messages messages;
    private final Inbox inbox;
    private final Sealer sealer;
    private final ClinicClock clock;
    private final JsonMapper json;

    PatientUpdates(
            Lines lines,
            Charts charts,
            ConsentLedger consent,
            Messages messages,
            Inbox inbox,
            Sealer sealer,
            ClinicClock clock,
            JsonMapper json) {
        this.lines = lines;
        this.charts = charts;
        this.consent = consent;
        this.messages = messages;
        this.inbox = inbox;
        this.sealer = sealer;
        this.clock = clock;
        this.json = json;
    }

    @Transactional
    public void apply(UUID eventId, PatientChanged change) {
        if (!inbox.firstTime(eventId, CONSUMER)) {
            return;
        }
        var now = clock.instant();
        var numbers = numbers(eventId, change);
        var mapped = linesOf(numbers, now);
        var into = mergedInto(change);
        lock(change.patientId(), into, mapped);

        var texting = into.isPresent() ? null : textingLine(numbers, now);
        charts.write(toPatient(eventId, change, texting));
        into.ifPresent(survivor -> charts.move(change.patientId(), survivor));
        charts.map(change.patientId(), into.orElse(change.patientId()), mapped);

        into.ifPresent(survivor -> mapped.stream()
                .findFirst()
                .ifPresent(line -> consent.carryOptOut(change.patientId(), survivor, line, now)));
        if (change.deceasedAt() != null) {
            messages.skipQueued(List.of(change.patientId()), SkipReason.DECEASED, now);
        } else if (texting != null) {
            offer(change, texting, now);
            messages.lookAgain(texting, List.of(change.patientId()));
        }
    }

    private void offer(PatientChanged change, LineId texting, Instant now) {
        var offer = change.consent();
        if (offer != null) {
            consent.offer(change.patientId(), texting, offer, now);
        }
    }

    /** Who this chart's patient is now; a merge of a merge ends at the last survivor. */
    private Optional<PatientId> mergedInto(PatientChanged change) {
        var seen = new HashSet<>(Set.of(change.patientId()));
        var survivor = Optional.ofNullable(change.mergedInto());
        while (survivor.isPresent() && seen.add(survivor.get())) {
            var next = lines.patient(survivor.get()).map(Patient::mergedInto);
            if (next.isEmpty()) {
                return survivor;
            }
            survivor = next;
        }
        return Optional.empty();
    }

    private void lock(PatientId patient, Optional<PatientId> into, Collection<LineId> mapped) {
        var affected = new LinkedHashSet<>(mapped);
        affected.addAll(charts.linesOf(patient));
        var people = new ArrayList<>(List.of(patient));
        into.ifPresent(survivor -> {
            affected.addAll(charts.linesOf(survivor));
            people.add(survivor);
        });
        lines.lock(affected, people);
        people.stream().sorted(Comparator.comparing(PatientId::value)).forEach(lines::lockPatient);
    }

    private List<TextingNumber> numbers(UUID eventId, PatientChanged change) {
        var opened = new ArrayList<TextingNumber>();
        for (var i = 0; i < change.numbers().size(); i++) {
            var number = change.numbers().get(i);
            opened.add(new TextingNumber(
                    sealer.open(number.number(), eventId, "numbers/" + i), number.use(), number.rank()));
        }
        return opened;
    }

    /** In one order for everybody, since making a line waits for whoever is making the same one. */
    private Set<LineId> linesOf(List<TextingNumber> numbers, Instant now) {
        var made = new LinkedHashSet<LineId>();
        numbers.stream().map(TextingNumber::number).sorted().forEach(number -> made.add(lines.of(number, now)));
        return made;
    }

    private @Nullable LineId textingLine(List<TextingNumber> numbers, Instant now) {
        return TextingNumber.best(numbers)
                .map(best -> lines.of(best.number(), now))
                .orElse(null);
    }

    private Patient toPatient(UUID eventId, PatientChanged change, @Nullable LineId texting) {
        var name = sealer.open(change.name(), eventId, "name");
        return new Patient(
                change.patientId(),
                true,
                sealer.seal(name, change.patientId(), "name"),
                change.language(),
                change.zone(),
                change.deceasedAt(),
                change.mergedInto(),
                texting,
                secondContact(eventId, change));
    }

    private @Nullable Sealed secondContact(UUID eventId, PatientChanged change) {
        var told = change.secondContact();
        if (told == null) {
            return null;
        }
        var contact = new SecondContact(
                sealer.open(told.name(), eventId, "secondContact/name"),
                openOrNull(told.number(), eventId, "secondContact/number"),
                openOrNull(told.relation(), eventId, "secondContact/relation"));
        return sealer.seal(json.writeValueAsString(contact), change.patientId(), "second_contact");
    }

    private @Nullable String openOrNull(@Nullable Sealed words, UUID eventId, String field) {
        return words == null ? null : sealer.open(words, eventId, field);
    }
}

package aftercare.intake.cloudevents;

import aftercare.intake.facts.Attempts;
import aftercare.intake.facts.Intake;
import aftercare.intake.facts.Submission;
import aftercare.intake.sites.Sites;
import aftercare.intake.visits.VisitTypes;
import aftercare.platform.clock.ClinicClock;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** CloudEvents over HTTP: all events of a call, or none. */
@RestController
class EventsController {
    private static final Logger log = LoggerFactory.getLogger(EventsController.class);

    private final ReceivedEvents received;
    private final Intake intake;
    private final Attempts attempts;
    private final Sites sites;
    private final VisitTypes types;
    private final ClinicClock clock;

    EventsController(
            ReceivedEvents received,
            Intake intake,
            Attempts attempts,
            Sites sites,
            VisitTypes types,
            ClinicClock clock) {
        this.received = received;
        this.intake = intake;
        this.attempts = attempts;
        this.sites = sites;
        this.types = types;
        this.clock = clock;
    }

    /** What became of each event, in the order sent. */
    record Taken(List<One> events) {
        record One(String source, String id, String effect) {}
    }

    @PostMapping("/v1/events")
    Taken post(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        if (body == null) {
            throw EventsRefused.unreadable(
                    "The body is empty. Send the event's data, an event, or an array of events.");
        }
        var now = clock.instant();
        var events = new EventReading().read(request::getHeader, body);
        var submissions = new FactReading(sites, types, now).read(events);
        return attempts.inTransaction(() -> take(events, submissions, now));
    }

    private Taken take(List<IncomingEvent> events, List<Submission> submissions, Instant now) {
        var fresh = IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparing(index ->
                        events.get(index).source() + "\n" + events.get(index).id()))
                .filter(index -> received.firstTime(events.get(index), now))
                .sorted()
                .toList();
        var accepted = intake.accept(fresh.stream().map(submissions::get).toList());
        var taken = new ArrayList<Taken.One>();
        for (var index = 0; index < events.size(); index++) {
            var place = fresh.indexOf(index);
            var event = events.get(index);
            taken.add(new Taken.One(
                    event.source(),
                    event.id(),
                    place < 0 ? "KNOWN" : accepted.get(place).effect().name()));
        }
        return new Taken(taken);
    }

    @ExceptionHandler
    ProblemDetail refused(EventsRefused refused) {
        log.atInfo()
                .addKeyValue("status", refused.httpStatus())
                .addKeyValue(
                        "elements", refused.faults().stream().map(Fault::at).toList())
                .log("Events were not taken");
        var problem = ProblemDetail.forStatus(refused.httpStatus());
        problem.setType(URI.create("urn:aftercare:problem:" + refused.kind()));
        problem.setDetail(refused.detail());
        if (!refused.faults().isEmpty()) {
            problem.setProperty("faults", refused.faults());
        }
        return problem;
    }
}

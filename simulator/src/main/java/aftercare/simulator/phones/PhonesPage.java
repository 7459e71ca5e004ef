package aftercare.simulator.phones;

import aftercare.simulator.alarms.Alarm;
import aftercare.simulator.alarms.Alarms;
import aftercare.simulator.carrier.CallFault;
import aftercare.simulator.clock.ClinicTimeControl;
import aftercare.simulator.clock.ClinicZone;
import aftercare.simulator.clock.PlayRequest;
import aftercare.simulator.hooks.HookCalls;
import aftercare.simulator.mail.Mail;
import aftercare.simulator.mail.Mails;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page with the phones, and the parts of it that are fetched again. */
@Controller
class PhonesPage {
    private static final int OTHERS = 40;
    private static final int ALARMS = 5;
    private static final int LETTERS = 20;

    private final Phones phones;
    private final ClinicTimeControl clock;
    private final ClinicZone zone;
    private final Alarms alarms;
    private final Mails mails;
    private final HookCalls hooks;
    private final Hints hints;

    PhonesPage(
            Phones phones,
            ClinicTimeControl clock,
            ClinicZone zone,
            Alarms alarms,
            Mails mails,
            HookCalls hooks,
            Hints hints) {
        this.phones = phones;
        this.clock = clock;
        this.zone = zone;
        this.alarms = alarms;
        this.mails = mails;
        this.hooks = hooks;
        this.hints = hints;
    }

    @GetMapping("/")
    String page(Model model) {
        var shown = phones.shown(OTHERS).stream().map(this::card).toList();
        model.addAttribute("clinic", zone.name());
        model.addAttribute("cards", shown);
        model.addAttribute("lines", phones.lines());
        model.addAttribute("unshown", Math.max(0, phones.count() - shown.size()));
        addClock(model, false);
        addAlarms(model);
        addMails(model);
        addHooks(model);
        return "phones";
    }

    @GetMapping("/phones/{id}")
    String card(@PathVariable String id, Model model) {
        model.addAttribute("card", card(phones.view(id)));
        model.addAttribute("lines", phones.lines());
        return "phones :: card";
    }

    @GetMapping("/phones/{id}/thread")
    String thread(@PathVariable String id, Model model) {
        model.addAttribute("card", card(phones.view(id)));
        return "phones :: thread";
    }

    @PostMapping(path = "/phones", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String add(@RequestParam String number, @RequestParam(required = false) @Nullable String name, Model model) {
        return card(phones.add(number, name).id(), model);
    }

    @PostMapping(path = "/phones/{id}/type", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String type(
            @PathVariable String id,
            @RequestParam String body,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        phones.type(phones.subscriber(id), body, to, 0);
        return thread(id, model);
    }

    @PostMapping(path = "/phones/{id}/call/{deed}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String call(
            @PathVariable String id,
            @PathVariable Phones.CallDeed deed,
            @RequestParam(required = false) @Nullable String keys,
            Model model) {
        phones.handle(phones.subscriber(id), deed, keys);
        return thread(id, model);
    }

    @PostMapping("/phones/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        phones.read(phones.subscriber(id));
    }

    @PostMapping(path = "/phones/{id}/switches", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String switches(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer refuse,
            @RequestParam(defaultValue = "false") boolean drop,
            @RequestParam(required = false) @Nullable CallFault calls,
            Model model) {
        var phone = phones.subscriber(id);
        phones.refuse(phone, refuse);
        phones.dropReceipts(phone, drop);
        phones.failCalls(phone, calls);
        return thread(id, model);
    }

    /** With the next due time, which every service is asked for. */
    @GetMapping("/clock")
    String clock(Model model) {
        addClock(model, true);
        return "phones :: clock";
    }

    @PostMapping(path = "/clock/play", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String play(
            @RequestParam(name = "for", required = false) @Nullable String span,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Boolean toNext,
            Model model) {
        clock.playOn(new PlayRequest(until, span, toNext, false));
        addClock(model, false);
        return "phones :: clock";
    }

    @PostMapping("/clock/pause")
    String pause(Model model) {
        clock.pause();
        addClock(model, false);
        return "phones :: clock";
    }

    @GetMapping("/alarms")
    String alarms(Model model) {
        addAlarms(model);
        return "phones :: alarms";
    }

    @GetMapping("/mails")
    String mails(Model model) {
        addMails(model);
        return "phones :: mails";
    }

    @GetMapping("/hooks")
    String hooks(Model model) {
        addHooks(model);
        return "phones :: hooks";
    }

    @GetMapping(path = "/hints", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter hints(HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        return hints.open();
    }

    /** A sentence for the page; its text is shown as it is. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ErrorResponseException refused) {
        return ResponseEntity.status(refused.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refused.getBody());
    }

    private void addClock(Model model, boolean withNext) {
        var view = clock.view();
        var next = withNext && !view.playing() ? clock.nextDue() : Optional.<Instant>empty();
        model.addAttribute("clock", view);
        model.addAttribute("zone", zone);
        model.addAttribute("nextKnown", withNext);
        model.addAttribute(
                "next", next.map(due -> zone.day(due) + ", " + zone.time(due)).orElse(null));
    }

    private void addAlarms(Model model) {
        model.addAttribute(
                "alarms", alarms.newest().stream().limit(ALARMS).map(this::rung).toList());
        model.addAttribute("alarmCount", alarms.newest().size());
    }

    private void addMails(Model model) {
        var all = mails.newest();
        model.addAttribute(
                "mails", all.stream().limit(LETTERS).map(this::letter).toList());
        model.addAttribute("mailCount", all.size());
    }

    private void addHooks(Model model) {
        var all = hooks.newest();
        model.addAttribute(
                "hooks",
                all.stream()
                        .limit(LETTERS)
                        .map(call -> new Letter(
                                zone.day(call.clinicAt()),
                                zone.time(call.clinicAt()),
                                call.name(),
                                AlarmWords.of(call.body()),
                                call.signature()))
                        .toList());
        model.addAttribute("hookCount", all.size());
    }

    private Letter letter(Mail mail) {
        return new Letter(
                zone.day(mail.clinicAt()), zone.time(mail.clinicAt()), mail.to(), mail.subject(), mail.body());
    }

    private Rung rung(Alarm alarm) {
        return new Rung(zone.day(alarm.clinicAt()), zone.time(alarm.clinicAt()), AlarmWords.of(alarm.words()));
    }

    private Card card(PhoneView phone) {
        return new Card(
                phone, ThreadDay.of(phone, zone), Failure.choices(phone.refusedWith()), List.of(CallFault.values()));
    }

    record Card(PhoneView phone, List<ThreadDay> days, List<Failure> failures, List<CallFault> callFaults) {}

    /** An e-mail, or a call of a webhook. */
    record Letter(String day, String time, String to, String head, String body) {
        /** Never words or addresses (S9). */
        @Override
        public String toString() {
            return "Letter";
        }
    }

    record Rung(String day, String time, String words) {}
}

package aftercare.escalation.voice;

import aftercare.escalation.cases.Case;
import aftercare.escalation.oncall.StaffRoster;
import aftercare.escalation.oncall.Verifications;
import aftercare.escalation.paging.PageCall;
import aftercare.escalation.paging.PageCalls;
import aftercare.escalation.paging.PagedCases;
import aftercare.escalation.site.Site;
import aftercare.escalation.voice.Prompt.Ask;
import aftercare.escalation.voice.Prompt.Connect;
import aftercare.escalation.voice.Prompt.Keys;
import aftercare.escalation.voice.Prompt.Tell;
import aftercare.escalation.ways.Message.Answer;
import aftercare.escalation.ways.Message.Cases;
import aftercare.escalation.ways.Message.Trial;
import aftercare.escalation.ways.VoiceSettings;
import aftercare.schemas.EscalationId;
import aftercare.schemas.escalation.AckChannel;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * A call to a colleague, step by step. Only a key counts: whatever picked up and pressed nothing, a voicemail above all, has heard nothing.
 * {@code said} is how often the same prompt was said.
 */
@Service
class CallTalk {
    private static final Tell GOODBYE = new Tell(List.of("Goodbye."));
    private static final Tell UNKNOWN = new Tell(List.of("This call is over. Open the console. Goodbye."));

    private final PageCalls calls;
    private final PagedCases paged;
    private final StaffRoster roster;
    private final Verifications verifications;
    private final PatientCalls patients;
    private final Pins pins;
    private final VoiceSettings settings;
    private final CallWords words;

    CallTalk(
            PageCalls calls,
            PagedCases paged,
            StaffRoster roster,
            Verifications verifications,
            PatientCalls patients,
            Pins pins,
            VoiceSettings settings,
            Site site) {
        this.calls = calls;
        this.paged = paged;
        this.roster = roster;
        this.verifications = verifications;
        this.patients = patients;
        this.pins = pins;
        this.settings = settings;
        this.words = new CallWords(site.name());
    }

    /** Something picked up. */
    Prompt answered(String token, String carrierId) {
        return calls.answered(token, carrierId)
                .map(call -> announce(call, token, 1))
                .orElse(UNKNOWN);
    }

    private Prompt announce(PageCall call, String token, int said, String... before) {
        if (call.about().isEmpty()) {
            calls.moot(call);
            return new Tell(words.takenBy(List.of()));
        }
        return switch (call.about().get()) {
            case Cases about ->
                said > settings.prompts()
                        ? GOODBYE
                        : new Ask(
                                after(before, words.announce(about)),
                                Keys.ONE,
                                step(token, "taking") + "?said=" + said);
            case Trial(var code) ->
                said > settings.prompts()
                        ? GOODBYE
                        : new Ask(after(before, words.trial(code)), Keys.ONE, step(token, "trial") + "?said=" + said);
            case Answer ignored -> UNKNOWN;
        };
    }

    /** 1 takes every case that they were paged for. */
    Prompt taking(String token, String digits, int said) {
        var found = calls.of(token);
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        var call = found.get();
        return switch (digits) {
            case "1" -> take(call, token);
            case "" -> announce(call, token, said + 1);
            default -> announce(call, token, said + 1, "That was not 1.");
        };
    }

    /** On a test page, a key is as good as the code. */
    Prompt trial(String token, String digits, int said) {
        var found = calls.of(token);
        var method = found.map(PageCall::trialOf);
        if (found.isEmpty() || method.isEmpty()) {
            return UNKNOWN;
        }
        if (!digits.equals("1")) {
            return announce(found.get(), token, said + 1);
        }
        calls.heard(found.get());
        return switch (verifications.pressed(method.get(), found.get().staffId().value())) {
            case VERIFIED -> new Tell(List.of("Thank you. Pages reach you here from now on. Goodbye."));
            case WRONG, NO_CODE ->
                new Tell(List.of("This test page is out of date. Ask for another in the console. Goodbye."));
        };
    }

    private Prompt take(PageCall call, String token) {
        calls.heard(call);
        var took = paged.take(call.staffId(), found -> found.isDrill() == call.drill(), AckChannel.VOICE);
        return took.yours().isEmpty()
                ? new Tell(words.takenBy(
                        took.others().stream().map(roster::calledName).toList()))
                : menu(call, token, 1);
    }

    private Prompt menu(PageCall call, String token, int said, String... before) {
        var codes = paged.ownedBy(call.staffId()).stream().map(Case::code).toList();
        if (codes.isEmpty()) {
            return new Tell(after(before, words.takenBy(List.of())));
        }
        return said > settings.prompts()
                ? GOODBYE
                : new Ask(after(before, words.youHave(codes)), Keys.ONE, step(token, "menu") + "?said=" + said);
    }

    /** 2 calls the patient. */
    Prompt menu(String token, String digits, int said) {
        var found = calls.of(token);
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        return switch (digits) {
            case "2" -> whom(found.get(), token, 1);
            case "" -> menu(found.get(), token, said + 1);
            default -> menu(found.get(), token, said + 1, "That was not 2.");
        };
    }

    private Prompt whom(PageCall call, String token, int said, String... before) {
        var own = paged.ownedBy(call.staffId());
        if (own.size() == 1) {
            return askPin(token, own.getFirst().id(), 1);
        }
        return said > settings.prompts() || own.isEmpty()
                ? GOODBYE
                : new Ask(
                        after(before, words.choose(own.stream().map(Case::code).toList())),
                        Keys.ONE,
                        step(token, "choice") + "?said=" + said + "&among="
                                + String.join(
                                        ",",
                                        own.stream()
                                                .limit(CallWords.CHOICES)
                                                .map(Case::code)
                                                .toList()));
    }

    /** {@code among}: the codes in the order in which they were read out. */
    Prompt choice(String token, String digits, List<String> among, int said) {
        var found = calls.of(token);
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        var call = found.get();
        var chosen = digits.matches("[1-9]") && Integer.parseInt(digits) <= among.size()
                ? among.get(Integer.parseInt(digits) - 1)
                : "";
        return paged.ownedBy(call.staffId()).stream()
                .filter(own -> own.code().equals(chosen))
                .findFirst()
                .<Prompt>map(own -> askPin(token, own.id(), 1))
                .orElseGet(() -> digits.isEmpty()
                        ? whom(call, token, said + 1)
                        : whom(call, token, said + 1, "That was none of them."));
    }

    private Prompt askPin(String token, EscalationId id, int said, String... before) {
        return said > settings.prompts()
                ? GOODBYE
                : new Ask(
                        after(before, List.of("Enter your PIN. Then press the hash key.")),
                        Keys.UNTIL_HASH,
                        step(token, "pin") + "?said=" + said + "&case=" + id);
    }

    /** The right PIN connects them with the patient of a case that is theirs. */
    Prompt pin(String token, String digits, EscalationId id, int said) {
        var found = calls.of(token);
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        var who = found.get().staffId();
        if (digits.isEmpty()) {
            return askPin(token, id, said + 1);
        }
        return switch (pins.check(who, digits)) {
            case RIGHT ->
                paged.ownedBy(who).stream()
                        .filter(own -> own.id().equals(id))
                        .findFirst()
                        .map(own -> connect(found.get(), own, token))
                        .orElse(GOODBYE);
            case WRONG -> askPin(token, id, said, "That PIN is not right.");
            case LOCKED ->
                new Tell(List.of(
                        "Your PIN is locked, after too many wrong tries.",
                        "Call from the console, where you can also set a new one. Goodbye."));
            case NONE ->
                new Tell(
                        List.of("You have no PIN yet.", "Call from the console, where you can also set one. Goodbye."));
        };
    }

    private Prompt connect(PageCall call, Case own, String token) {
        if (own.isDrill()) {
            patients.rehearse(own, call.staffId());
            return menu(call, token, 1, "This is a drill. Nobody is called. A rehearsed call is noted in the case.");
        }
        return patients.numberOf(own, call.staffId())
                .<Prompt>map(number -> {
                    patients.begin(own, call.staffId());
                    return new Connect(
                            List.of("Connecting you with the patient. Stay on the line."),
                            number,
                            step(token, "dialled") + "?case=" + own.id());
                })
                .orElseGet(() -> menu(
                        call, token, 1, "The patient's number can't be found right now. It may be in the console."));
    }

    /** The call with the patient is over, or never began. */
    Prompt dialled(String token, EscalationId id, String outcome, int seconds) {
        var found = calls.of(token);
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        var connected = patients.end(id, found.get().staffId(), outcome, seconds);
        return menu(found.get(), token, 1, words.ended(connected).toArray(String[]::new));
    }

    private static List<String> after(String[] before, List<String> lines) {
        return Stream.concat(Stream.of(before), lines.stream()).toList();
    }

    private static String step(String token, String name) {
        return "/webhooks/twilio/calls/" + token + "/" + name;
    }
}

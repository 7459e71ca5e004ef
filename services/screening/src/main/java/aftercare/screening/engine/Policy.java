package aftercare.screening.engine;

import static aftercare.screening.lexicon.Effect.*;

import aftercare.schemas.screening.Ending;
import aftercare.schemas.screening.Level;
import aftercare.schemas.screening.Urgency;
import aftercare.screening.answers.AnswerReading;
import aftercare.screening.lexicon.Finding;
import aftercare.screening.model.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the layers found into one verdict; the only place with weights and thresholds. CRISIS by evidence of risk, ROUTINE by
 * recognition of the whole reply, everything between is a concern.
 */
final class Policy {
    private static final double CERTAIN = 1.0;
    private static final double RISK = 0.9;
    private static final double POSSIBLE = 0.6;
    private static final double UNREAD = 0.4;
    private static final double TROUBLE = 0.3;
    private static final double NONE = 0.0;
    private static final int CUES_THAT_ARE_RISK = 2;
    private static final int RULES_THAT_ARE_SURE = 2;
    private static final String TELLS_NOTHING_ALONE = "time";
    private static final Set<String> BARE_SIGNS = Set.of("death", "time", "affairs", "finality", "despair");

    // Likelihoods by the model from which on it counts.
    private static final double PAGES = 0.6;
    private static final double PAGES_BESIDE_A_CUE = 0.25;
    private static final double PAGES_AGAINST_RULES = 0.85;
    private static final double PAGES_AGAINST_A_DENIAL = 0.97;
    private static final double NEEDS_SOMEBODY_NOW = 0.4;
    private static final double ROUTINE = 0.6;
    private static final double ROUTINE_DESPITE_RISK = 0.08;
    private static final double ROUTINE_IN_SPANISH = 0.7;
    private static final double ROUTINE_IN_SPANISH_DESPITE_RISK = 0.08;
    private static final double WISHES_NO_TEXTS = 0.7;
    private static final double TROUBLED = 0.3;
    private static final double MOSTLY_EVERYDAY = 0.8;
    private static final double MERELY_EVERYDAY = 0.9;
    private static final double HARDLY_ANY_RISK = 0.06;
    private static final double SURELY_EVERYDAY = 0.95;
    private static final double NO_RISK_TO_SPEAK_OF = 0.02;

    private final Facts facts;
    private final boolean wishesNoTexts;
    private final Set<String> categories = new LinkedHashSet<>();
    private final Set<String> reasons = new LinkedHashSet<>();

    private Policy(Facts facts) {
        this.facts = facts;
        this.wishesNoTexts =
                !facts.optOut().isEmpty() || facts.keyword().stream().anyMatch(Keywords.Kind.OPT_OUT::equals);
    }

    static Verdict verdict(Facts facts) {
        return new Policy(facts).verdict();
    }

    /**
     * Whether the rules are so sure of risk that it pages whatever the model says, and the model need not be asked: several rules found it,
     * or the reply is none of those that may be called everyday talk.
     */
    static boolean pagesByRulesAlone(Facts facts) {
        var rules = riskNow(facts).stream()
                .map(finding -> finding.group().id())
                .distinct()
                .count();
        return rules >= RULES_THAT_ARE_SURE || (rules > 0 && !mayBeEveryday(facts));
    }

    private Verdict verdict() {
        var crisis = crisis();
        if (crisis != null) return crisis;
        var concern = concern();
        if (concern != null) return concern;
        var routine = routine();
        if (routine != null) return routine;
        return notUnderstood();
    }

    private @Nullable Verdict crisis() {
        if (facts.answer() instanceof AnswerReading.Risk risk)
            return crisis(
                    "risk-answer",
                    "Answers a question about risk with an answer that is risk",
                    CERTAIN,
                    answer(risk.value()));
        var risk = riskNow(facts);
        if (!risk.isEmpty() && (pagesByRulesAlone(facts) || !mostlyEveryday())) {
            note(risk);
            return crisis(RISK);
        }
        var cues = cues(facts.together());
        if (!merelyEveryday()
                && cues.stream().map(cue -> cue.group().category()).distinct().count() >= CUES_THAT_ARE_RISK) {
            note(cues);
            return crisis("cues-together", "Several signs of possible risk stand together", RISK, null);
        }
        if (model(Kind.CRISIS) >= pagesFrom(cues)) {
            note(cues);
            return crisis(
                    "model-crisis",
                    "Reads like known cries for help: " + examples(Kind.CRISIS),
                    model(Kind.CRISIS),
                    null);
        }
        if (facts.keyword().isPresent() && plea() && facts.reply().escalationOpen())
            return crisis("keyword-in-open-case", "Sends HELP, END or QUIT while a case is open", RISK, null);
        return null;
    }

    /**
     * The model needs less where the rules saw a sign, and more where they recognise the whole reply as harmless or as opening with a denial:
     * what was asked about risk makes any answer to it look like risk. A time alone is no sign, since visits and buses have one too.
     */
    private double pagesFrom(List<Finding> cues) {
        boolean telling = cues.stream()
                .anyMatch(cue -> !TELLS_NOTHING_ALONE.equals(cue.group().category()));
        return telling ? PAGES_BESIDE_A_CUE : unlessRecognised(PAGES);
    }

    private double unlessRecognised(double otherwise) {
        if (facts.answer() instanceof AnswerReading.Harmless) return PAGES_AGAINST_A_DENIAL;
        if (facts.answer() instanceof AnswerReading.UnclearOnRisk(var denies) && denies)
            return Math.max(otherwise, PAGES_AGAINST_RULES);
        return facts.everyday().isPresent() || facts.onlyOptOut() ? PAGES_AGAINST_RULES : otherwise;
    }

    /** The model sees no risk where a single rule did: a human reads it at once, but nobody is paged. */
    private boolean mostlyEveryday() {
        return everyday(HARDLY_ANY_RISK, MOSTLY_EVERYDAY);
    }

    /** The model is certain that what the rules stumbled on is everyday talk. Somebody reads it all the same. */
    private boolean merelyEveryday() {
        return everyday(HARDLY_ANY_RISK, MERELY_EVERYDAY);
    }

    /** The model is so certain that the bare signs the rules stumbled on count for nothing. */
    private boolean surelyEveryday() {
        return everyday(NO_RISK_TO_SPEAK_OF, SURELY_EVERYDAY);
    }

    /** One word of dying or ending, which everyday talk is full of; not means, places or farewells. */
    private static boolean isBareSign(Finding finding) {
        return finding.group().effect() == CUE
                && BARE_SIGNS.contains(finding.group().category());
    }

    private boolean everyday(double mostRisk, double leastEveryday) {
        return mayBeEveryday(facts)
                && model(Kind.CRISIS, Kind.NOW) <= mostRisk
                && model(Kind.COURTESY, Kind.REQUEST, Kind.ANSWER, Kind.OPT_OUT) >= leastEveryday;
    }

    private static boolean mayBeEveryday(Facts facts) {
        return facts.english() && facts.reply().mediaCount() == 0;
    }

    /** How likely the kinds are by the model; nothing where it says nothing. */
    private double model(Kind first, Kind... more) {
        return switch (facts.advice()) {
            case Advice.Read(var reading) -> reading.of(first, more);
            case Advice.NotAsked _, Advice.Silent _ -> NONE;
        };
    }

    /** The nearest known replies of the kinds that made the verdict. */
    private String examples(Kind first, Kind... more) {
        return switch (facts.advice()) {
            case Advice.Read(var reading) ->
                reading.neighbours().of(EnumSet.of(first, more)).stream()
                        .map(example -> "\u201c" + example.text() + "\u201d")
                        .collect(Collectors.joining(", "));
            case Advice.NotAsked _, Advice.Silent _ -> "";
        };
    }

    /** START asks for nothing; every other keyword may be a cry for help. */
    private boolean plea() {
        return facts.keyword().stream().anyMatch(kind -> switch (kind) {
            case HELP, OPT_OUT -> true;
            case START -> false;
        });
    }

    /** Risk in the reply or in the thread just before it; what is told only of long ago is none. */
    private static List<Finding> riskNow(Facts facts) {
        var risk = new LinkedHashSet<>(risk(facts.alone()));
        risk.addAll(risk(facts.together()));
        return List.copyOf(risk);
    }

    private static List<Finding> risk(Evidence evidence) {
        var risk = new ArrayList<>(evidence.of(CRISIS));
        evidence.of(CRISIS_UNLESS_PAST).stream()
                .filter(finding -> !evidence.past(finding))
                .forEach(risk::add);
        return risk;
    }

    private static List<Finding> cues(Evidence evidence) {
        return evidence.of(CUE).stream().filter(cue -> !evidence.past(cue)).toList();
    }

    private @Nullable Verdict concern() {
        if (facts.words().tokens().isEmpty())
            return facts.reply().mediaCount() > 0
                    ? concern("picture-only", "A picture without words", Urgency.NOW, POSSIBLE)
                    : concern("empty", "An empty text", Urgency.SOON, UNREAD);
        boolean merelyEveryday = merelyEveryday();
        if (facts.answer() instanceof AnswerReading.UnclearOnRisk
                && (facts.reply().question() != null || !merelyEveryday))
            return concern(
                    "unclear-on-risk",
                    "A question about risk is open and this does not answer it",
                    Urgency.NOW,
                    POSSIBLE);
        var now = new LinkedHashSet<>(riskNow(facts));
        var urgent = new LinkedHashSet<>(facts.alone().of(NOW));
        urgent.addAll(facts.together().of(NOW));
        urgent.addAll(facts.alone().of(CUE));
        urgent.addAll(facts.together().of(CUE));
        if (!merelyEveryday) now.addAll(urgent);
        if (!now.isEmpty()) return concern(List.copyOf(now), Urgency.NOW, POSSIBLE);
        if (model(Kind.CRISIS, Kind.NOW) >= unlessRecognised(NEEDS_SOMEBODY_NOW))
            return concern(
                    "model-now",
                    "Reads like known replies that could not wait: " + examples(Kind.CRISIS, Kind.NOW),
                    Urgency.NOW,
                    model(Kind.CRISIS, Kind.NOW));
        if (facts.unreadScript())
            return concern("language", "In a language that the rules cannot read", Urgency.NOW, POSSIBLE);
        if (surelyEveryday()) urgent.removeIf(Policy::isBareSign);
        if (!urgent.isEmpty()) return concern(List.copyOf(urgent), Urgency.SOON, TROUBLE);
        var past = facts.together().of(CRISIS_UNLESS_PAST, SOMEONE_ELSES);
        if (!past.isEmpty()) return concern(past, Urgency.SOON, TROUBLE);
        if (facts.reply().mediaCount() > 0)
            return concern("picture", "A picture that nobody has looked at", Urgency.SOON, UNREAD);
        if (facts.answer() instanceof AnswerReading.Low low) {
            note("low-mood", "Answers at the low end");
            return concern(Urgency.SOON, TROUBLE, low.value());
        }
        if (facts.answer() instanceof AnswerReading.Poor)
            return concern("low-mood", "Answers at the low end of the scale", Urgency.SOON, TROUBLE);
        if (facts.everyday().isPresent() || merelyEveryday) return unknownSender();
        var soon = facts.alone().of(SOON);
        if (!soon.isEmpty()) return concern(soon, Urgency.SOON, TROUBLE);
        var next = facts.alone().of(NEXT);
        if (!next.isEmpty()) return concern(next, Urgency.NEXT, TROUBLE);
        return unknownSender();
    }

    private @Nullable Verdict unknownSender() {
        if (facts.reply().senderKnown()) return null;
        return concern("unknown-sender", "From a number that belongs to no patient", Urgency.NEXT, UNREAD);
    }

    private @Nullable Verdict routine() {
        if (facts.tooLong()) return null;
        if (facts.answer() instanceof AnswerReading.Bound bound) {
            note("answer", "Answers the open question");
            return routine(Ending.ANSWER, false, bound.value());
        }
        if (wishesNoTexts && (facts.keyword().isPresent() || facts.onlyOptOut())) {
            note("opt-out", "Wishes no more messages");
            return routine(Ending.KEYWORD, true, null);
        }
        if (facts.keyword().isPresent()) {
            note("keyword", "A carrier keyword and nothing else");
            return routine(Ending.KEYWORD, false, null);
        }
        if (wishesNoTexts || model(Kind.OPT_OUT) >= WISHES_NO_TEXTS) {
            if (model(Kind.OPT_OUT) < (wishesNoTexts ? TROUBLED : WISHES_NO_TEXTS)) return null;
            note("opt-out", "Reads like known wishes for no more messages: " + examples(Kind.OPT_OUT));
            return routine(Ending.KEYWORD, true, null);
        }
        if (facts.answer() instanceof AnswerReading.Harmless) {
            note("courtesy", "A short plain answer to the clinic's text");
            return routine(Ending.COURTESY, false, null);
        }
        if (facts.everyday().isPresent()) {
            var ending = facts.everyday().get();
            note(ending == Ending.REQUEST ? "request" : "courtesy", "Every word and sentence is known and everyday");
            return routine(ending, false, null);
        }
        return routineByModel();
    }

    /** Only in a language it was taught, only where the rules leave nothing over, and only what is much like known everyday replies. */
    private @Nullable Verdict routineByModel() {
        double everyday = model(Kind.COURTESY, Kind.REQUEST, Kind.ANSWER);
        double risk = model(Kind.CRISIS, Kind.NOW);
        boolean inEnglish = facts.english() && everyday >= ROUTINE && risk <= ROUTINE_DESPITE_RISK;
        boolean inSpanish =
                facts.spanish() && everyday >= ROUTINE_IN_SPANISH && risk <= ROUTINE_IN_SPANISH_DESPITE_RISK;
        if (!inEnglish && !inSpanish) return null;
        boolean asks = facts.reply().question() != null
                || facts.words().line().contains(" ? ")
                || model(Kind.REQUEST) >= model(Kind.COURTESY, Kind.ANSWER);
        note(
                asks ? "request" : "courtesy",
                "Reads like known everyday replies: " + examples(Kind.COURTESY, Kind.REQUEST, Kind.ANSWER));
        return routine(asks ? Ending.REQUEST : Ending.COURTESY, false, null);
    }

    private Verdict notUnderstood() {
        boolean onlyUnclear = facts.advice() instanceof Advice.Read
                && facts.english()
                && model(Kind.CRISIS, Kind.NOW, Kind.SOON) < TROUBLED;
        if (facts.advice() instanceof Advice.Silent)
            note("rules-only", "Read by rules alone: the learned model says nothing");
        return concern(
                "not-understood",
                "Not understood as a whole; nothing is routine because nothing was found",
                onlyUnclear ? Urgency.NEXT : Urgency.SOON,
                UNREAD);
    }

    private void note(List<Finding> findings) {
        findings.forEach(
                finding -> note(finding.group().category(), finding.group().says()));
    }

    private void note(String category, String reason) {
        categories.add(category);
        reasons.add(reason);
    }

    private Verdict crisis(String category, String reason, double score, @Nullable String answer) {
        note(category, reason);
        return made(Level.CRISIS, null, null, wishesNoTexts, score, answer);
    }

    private Verdict crisis(double score) {
        return made(Level.CRISIS, null, null, wishesNoTexts, score, answer());
    }

    private Verdict concern(String category, String reason, Urgency urgency, double score) {
        note(category, reason);
        return concern(urgency, score, answer());
    }

    private Verdict concern(List<Finding> findings, Urgency urgency, double score) {
        note(findings);
        return concern(urgency, score, answer());
    }

    private Verdict concern(Urgency urgency, double score, @Nullable String answer) {
        return made(Level.CONCERN, urgency, null, wishesNoTexts, score, answer);
    }

    private Verdict routine(Ending ending, boolean optOut, @Nullable String answer) {
        if (ending == Ending.REQUEST) categories.addAll(facts.topics());
        return made(Level.ROUTINE, null, ending, optOut, NONE, answer);
    }

    /** The bound answer goes along whatever the level. */
    private @Nullable String answer() {
        return switch (facts.answer()) {
            case AnswerReading.Bound(var value) -> answer(value);
            case AnswerReading.Low(var value) -> answer(value);
            case AnswerReading.Risk(var value) -> answer(value);
            case AnswerReading.Harmless _, AnswerReading.Poor _, AnswerReading.UnclearOnRisk _, AnswerReading.None _ ->
                null;
        };
    }

    private static @Nullable String answer(String value) {
        return value.isEmpty() ? null : value;
    }

    private Verdict made(
            Level level,
            @Nullable Urgency urgency,
            @Nullable Ending ending,
            boolean optOut,
            double score,
            @Nullable String answer) {
        if (optOut) categories.add("opt-out");
        return new Verdict(
                level,
                urgency,
                ending,
                optOut,
                List.copyOf(categories),
                evidence(),
                List.copyOf(reasons),
                score,
                answer);
    }

    private List<Verdict.Evidence> evidence() {
        return facts.alone().findings().stream()
                .filter(finding -> categories.contains(finding.group().category()))
                .map(this::place)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }

    private Optional<Verdict.Evidence> place(Finding finding) {
        return Optional.ofNullable(facts.words().place(finding.from(), finding.to()))
                .map(place -> new Verdict.Evidence(
                        place.start(), place.end(), finding.group().id()));
    }
}

package aftercare.screening.engine;

import aftercare.screening.answers.AnswerReading;
import aftercare.screening.lexicon.Finding;
import aftercare.screening.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The engine: reads the reply alone and together with the thread, gathers what speaks for what, and leaves the verdict to {@link Policy}. */
public final class Engine implements Screener {
    private static final String CODE = "2.0";
    private static final Duration MODEL_LIMIT = Duration.ofMillis(200);
    private static final int LONGEST = 4_000;
    private static final long THREAD_SECONDS = 15 * 60;
    private final Rules rules;
    private final Languages languages;
    private final Advisor advisor;

    private Engine(Rules rules, Languages languages, Advisor advisor) {
        this.rules = rules;
        this.languages = languages;
        this.advisor = advisor;
    }

    /** The engine with the data files and the model it is shipped with. */
    public static Engine shipped() {
        return with(Advisor.shipped(MODEL_LIMIT));
    }

    public static Engine with(Advisor advisor) {
        var rules = Rules.shipped();
        return new Engine(rules, Languages.shipped(rules.pictures), advisor);
    }

    /** Why the model says nothing; empty while it works. */
    public Optional<String> trouble() {
        return advisor.trouble();
    }

    @Override
    public Version version() {
        return new Version(CODE, rules.digest, advisor.version());
    }

    @Override
    public Verdict screen(Reply reply) {
        var facts = facts(reply);
        return Policy.verdict(
                needsNoModel(facts)
                        ? facts
                        : facts.with(advisor.ask(asked(reply).orElse(""), said(reply), facts.spanish())));
    }

    /**
     * An answer that is bound or is risk, a keyword by itself, and risk that the rules are sure of need no second opinion; of a text without words, or in a language that it
     * was not taught, the model has none.
     */
    private boolean needsNoModel(Facts facts) {
        boolean byItself = thread(facts.reply(), "").size() == 1;
        return facts.answer() instanceof AnswerReading.Bound
                || facts.answer() instanceof AnswerReading.Risk
                || (facts.keyword().isPresent() && byItself)
                || Policy.pagesByRulesAlone(facts)
                || !languages.isTaught(facts.together().words());
    }

    private static Optional<String> asked(Reply reply) {
        return reply.thread().reversed().stream()
                .filter(earlier -> earlier.from() == Reply.Side.CLINIC)
                .findFirst()
                .map(Reply.Earlier::text);
    }

    private String said(Reply reply) {
        return String.join(" ", thread(reply, reply.text()))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Facts facts(Reply reply) {
        var text = reply.text().length() > LONGEST ? reply.text().substring(0, LONGEST) : reply.text();
        var words = rules.reader.read(text);
        var alone = evidence(words);
        var optOut = rules.optOut.in(words);
        var clinicText = asked(reply).map(rules.reader::read).orElse(null);
        return new Facts(
                reply,
                words,
                alone,
                together(reply, text, alone),
                rules.keywords.kind(words),
                rules.answers.read(words, text, reply.question(), clinicText),
                rules.everyday.recognise(words, within(alone.explained())),
                rules.topics.in(words),
                optOut,
                rules.everyday
                        .recognise(words, within(optOut).or(within(alone.explained())))
                        .isPresent(),
                Scripts.unread(words),
                reply.text().length() > LONGEST,
                languages.isEnglish(words, reply.language()),
                languages.isSpanish(words),
                new Advice.NotAsked());
    }

    private Evidence together(Reply reply, String text, Evidence alone) {
        var texts = thread(reply, text);
        return texts.size() == 1 ? alone : evidence(rules.reader.readTogether(texts));
    }

    private List<String> thread(Reply reply, String text) {
        var texts = new ArrayList<String>();
        for (var earlier : reply.thread()) {
            if (earlier.from() == Reply.Side.PATIENT && earlier.secondsBefore() <= THREAD_SECONDS)
                texts.add(earlier.text());
        }
        texts.add(text);
        return texts;
    }

    private Evidence evidence(Words words) {
        var someoneElses = rules.someoneElses.in(words);
        var explained = explained(words, someoneElses);
        var findings = new ArrayList<>(someoneElses);
        findings.addAll(rules.evidence.in(words, explained));
        return new Evidence(words, findings, explained, rules.longAgo.in(words), rules.present.in(words));
    }

    /** What idioms and denials have explained. A denial that is taken back explains nothing. */
    private List<Finding> explained(Words words, List<Finding> someoneElses) {
        var idioms = rules.idioms.in(words);
        var explained = new ArrayList<>(idioms);
        explained.addAll(someoneElses);
        if (rules.denialsUndone.in(words, idioms).isEmpty()) explained.addAll(rules.denials.in(words));
        return explained;
    }

    private static IntPredicate within(List<Finding> findings) {
        return word -> findings.stream().anyMatch(finding -> finding.from() <= word && word < finding.to());
    }
}

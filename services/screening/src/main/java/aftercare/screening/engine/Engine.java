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
     * An answer that is bound or is risk, and a keyword by itself, need no second opinion; of a text without words, or in a language that it
     * was not taught, the model has none.
     */
    private boolean needsNoModel(Facts facts) {
        boolean byItself = thread(facts.reply(), "").size() == 1;
        return facts.answer() instanceof AnswerReading.Bound
                || facts.answer() instanceof AnswerReading.Risk
                || (facts.keyword().isPresent() && byItself)
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
        var alone = rules.reader.read(text);
        var together = rules.reader.readTogether(thread(reply, text));
        var optOut = rules.optOut.in(alone);
        return new Facts(
                reply,
                alone,
                evidence(alone),
                evidence(together),
                rules.keywords.kind(alone),
                rules.answers.read(
                        alone,
                        text,
                        reply.question(),
                        asked(reply).map(rules.reader::read).orElse(null)),
                rules.everyday.recognise(alone, within(explained(alone))),
                optOut,
                rules.everyday
                        .recognise(alone, within(optOut).or(within(explained(alone))))
                        .isPresent(),
                Scripts.unread(alone),
                reply.text().length() > LONGEST,
                languages.isEnglish(alone, reply.language()),
                languages.isSpanish(alone),
                new Advice.NotAsked());
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
        var findings = new ArrayList<>(rules.someoneElses.in(words));
        findings.addAll(rules.evidence.in(words, explained(words)));
        return new Evidence(words, findings, rules.longAgo.in(words), rules.present.in(words));
    }

    /** What idioms and denials have explained. A denial that is taken back explains nothing. */
    private List<Finding> explained(Words words) {
        var explained = new ArrayList<>(rules.idioms.in(words));
        explained.addAll(rules.someoneElses.in(words));
        if (rules.denialsUndone.in(words, rules.idioms.in(words)).isEmpty()) explained.addAll(rules.denials.in(words));
        return explained;
    }

    private static IntPredicate within(List<Finding> findings) {
        return word -> findings.stream().anyMatch(finding -> finding.from() <= word && word < finding.to());
    }
}

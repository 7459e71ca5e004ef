package aftercare.training;

import aftercare.screening.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Replies as the same person might have typed them in a hurry, or buried in small talk. */
final class Variations {
    private static final double HURRIED = 0.3;
    private static final double BURIED = 0.15;
    private static final int LONGEST_SMALL_TALK = 120;
    private final Random random;

    Variations(long seed) {
        this.random = new Random(seed);
    }

    List<TaughtReply> of(List<TaughtReply> replies) {
        var smallTalk = replies.stream()
                .filter(reply -> reply.kind() == Kind.COURTESY && reply.isAlone())
                .filter(reply -> "en".equals(reply.language()) && reply.said().length() < LONGEST_SMALL_TALK)
                .map(TaughtReply::said)
                .toList();
        var varied = new ArrayList<TaughtReply>();
        for (var reply : replies) {
            if (random.nextDouble() < HURRIED) varied.add(reply.saying(hurried(reply.said())));
            if (!smallTalk.isEmpty() && mayBeBuried(reply) && random.nextDouble() < BURIED)
                varied.add(reply.saying(buried(reply.said(), smallTalk)));
        }
        return varied;
    }

    private static boolean mayBeBuried(TaughtReply reply) {
        return reply.isAlone()
                && "en".equals(reply.language())
                && switch (reply.kind()) {
                    case CRISIS, NOW, SOON, COURTESY -> true;
                    case NEXT, REQUEST, ANSWER, OPT_OUT -> false;
                };
    }

    private String buried(String said, List<String> smallTalk) {
        var one = smallTalk.get(random.nextInt(smallTalk.size()));
        var other = smallTalk.get(random.nextInt(smallTalk.size()));
        return switch (random.nextInt(3)) {
            case 0 -> sentence(said) + one;
            case 1 -> sentence(one) + said;
            default -> sentence(one) + sentence(said) + other;
        };
    }

    private static String sentence(String text) {
        return text.matches(".*[.!?]") ? text + " " : text + ". ";
    }

    private String hurried(String said) {
        double how = random.nextDouble();
        if (how < 0.35) return said.toLowerCase(Locale.ROOT);
        if (how < 0.5) return said.replaceAll("[^\\w\\s\\p{L}]", "");
        if (how < 0.6) return said.replace("'", "");
        return mistyped(said);
    }

    private String mistyped(String said) {
        var letters = new StringBuilder(said);
        for (int slips = 1 + said.length() / 25; slips > 0 && letters.length() > 3; slips--) {
            int at = 1 + random.nextInt(letters.length() - 2);
            char letter = letters.charAt(at);
            switch (random.nextInt(3)) {
                case 0 -> letters.deleteCharAt(at);
                case 1 -> letters.insert(at, letter);
                default -> {
                    letters.setCharAt(at, letters.charAt(at - 1));
                    letters.setCharAt(at - 1, letter);
                }
            }
        }
        return letters.toString();
    }
}

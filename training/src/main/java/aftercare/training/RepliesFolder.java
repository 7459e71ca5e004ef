package aftercare.training;

import aftercare.screening.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The folder of labelled replies: {@code topic.language.tsv}, one reply a line: kind, text, and the texts before it where the label depends
 * on them, such as {@code clinic 600: How are you? || patient 40: not}.
 */
final class RepliesFolder {
    private static final Pattern EARLIER = Pattern.compile("(clinic|patient) (\\d+): (.+)");
    private static final int SAME_THOUGHT_SECONDS = 15 * 60;

    private RepliesFolder() {}

    /** @throws IllegalArgumentException naming the file and line that is none of this */
    static List<TaughtReply> read(Path folder) throws IOException {
        var replies = new ArrayList<TaughtReply>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) replies.addAll(readFile(file));
        }
        if (replies.isEmpty()) throw new IllegalArgumentException("No labelled replies in " + folder);
        return replies;
    }

    private static List<TaughtReply> readFile(Path file) throws IOException {
        var parts = file.getFileName().toString().split("\\.", -1);
        var replies = new ArrayList<TaughtReply>();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            try {
                replies.add(reply(line.split("\t", -1), parts[parts.length - 2]));
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException(
                        file.getFileName() + " line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        return replies;
    }

    private static TaughtReply reply(String[] fields, String language) {
        if (fields.length < 2) throw new IllegalArgumentException("kind and text must be parted by a tab");
        var asked = "";
        var said = new StringBuilder();
        for (var item : fields.length < 3 ? new String[0] : fields[2].split(" \\|\\| ")) {
            var earlier = EARLIER.matcher(item);
            if (!earlier.matches()) throw new IllegalArgumentException("not an earlier text: " + item);
            if ("clinic".equals(earlier.group(1))) asked = earlier.group(3);
            else if (Integer.parseInt(earlier.group(2)) <= SAME_THOUGHT_SECONDS)
                said.append(earlier.group(3)).append(' ');
        }
        return new TaughtReply(
                Kind.valueOf(fields[0]),
                asked.strip(),
                said.append(fields[1]).toString().strip(),
                language);
    }
}

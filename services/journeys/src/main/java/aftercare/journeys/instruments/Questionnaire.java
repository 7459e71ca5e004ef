package aftercare.journeys.instruments;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.wording.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One instrument.
 *
 * @param wording the version of its words, kept with every answer
 * @param source where each language's words are from
 * @param panel LOINC code of the whole
 * @param total LOINC code of the score
 * @param stem what stands before the first item
 */
public record Questionnaire(
        Instrument instrument,
        String name,
        String wording,
        Map<String, String> source,
        String panel,
        String total,
        Texts stem,
        List<Item> items,
        List<Answer> answers,
        List<Band> bands) {
    public Questionnaire {
        source = Map.copyOf(source);
        items = List.copyOf(items);
        answers = List.copyOf(answers);
        bands = List.copyOf(bands);
    }

    /** One thing that is asked. An answer above the lowest to one that asks about risk is CRISIS, and nothing follows it. */
    public record Item(String loinc, Texts text, boolean asksAboutRisk) {}

    /** What a number stands for. */
    public record Answer(int value, String loinc, Texts text) {}

    /** From this score on it has this name. */
    public record Band(int from, String name) {}

    public int lowest() {
        return answers.getFirst().value();
    }

    public int highest() {
        return answers.getLast().value();
    }

    public int most() {
        return items.size() * highest();
    }

    public boolean asksAboutRisk() {
        return items.stream().anyMatch(Item::asksAboutRisk);
    }

    /** The answers to an item that are risk; none where it does not ask about risk. */
    public List<String> riskAnswers(int item) {
        return items.get(item - 1).asksAboutRisk()
                ? IntStream.rangeClosed(lowest() + 1, highest())
                        .mapToObj(String::valueOf)
                        .toList()
                : List.of();
    }

    public String band(int score) {
        return bands.stream()
                .filter(band -> band.from() <= score)
                .reduce((lower, higher) -> higher)
                .map(Band::name)
                .orElseThrow();
    }

    /**
     * The sum, once every item is answered.
     *
     * @throws IllegalArgumentException when an item has no answer or one that it does not offer
     */
    public int score(List<Integer> given) {
        if (given.size() != items.size() || given.stream().anyMatch(value -> value < lowest() || value > highest())) {
            throw new IllegalArgumentException(
                    name + " has a score only when each of its " + items.size() + " items is answered");
        }
        return given.stream().mapToInt(Integer::intValue).sum();
    }
}

package aftercare.journeys.instruments;

import aftercare.journeys.definition.Instrument;
import aftercare.journeys.instruments.Questionnaire.Answer;
import aftercare.journeys.instruments.Questionnaire.Band;
import aftercare.journeys.instruments.Questionnaire.Item;
import aftercare.journeys.wording.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The instruments of {@code instruments.yaml}, and how an item is put into a text. */
public final class Questionnaires {
    private static final Questionnaires SHIPPED = read();

    private final Map<Instrument, Questionnaire> instruments;
    private final Texts footer;

    private Questionnaires(Map<Instrument, Questionnaire> instruments, Texts footer) {
        this.instruments = Map.copyOf(instruments);
        this.footer = footer;
    }

    public static Questionnaires shipped() {
        return SHIPPED;
    }

    public Questionnaire of(Instrument instrument) {
        return Objects.requireNonNull(instruments.get(instrument));
    }

    /** The stem and the first item, to stand behind a lead-in that carries the footer. */
    public String firstItem(Instrument instrument, String language) {
        var questionnaire = of(instrument);
        return Gsm.folded(questionnaire.stem().in(language) + " " + numbered(questionnaire, 1, language));
    }

    /** A later item as a text of its own. It does not name the clinic: who answers knows whom, and a lock screen need not. */
    public String laterItem(Instrument instrument, int item, String language) {
        return Gsm.folded(numbered(of(instrument), item, language) + " " + footer.in(language));
    }

    private static String numbered(Questionnaire questionnaire, int item, String language) {
        var words = questionnaire.items().get(item - 1).text().in(language);
        var answers = questionnaire.answers().stream()
                .map(answer -> answer.value() + " " + answer.text().in(language))
                .collect(Collectors.joining(", "));
        return item + "/" + questionnaire.items().size() + " " + words + ". " + answers + ".";
    }

    private static Questionnaires read() {
        try (var file = Questionnaires.class.getResourceAsStream("/aftercare/journeys/instruments.yaml")) {
            return of(new YAMLMapper().readTree(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Questionnaires of(JsonNode file) {
        var answers = list(
                file.get("answers"),
                answer -> new Answer(answer.get("value").asInt(), text(answer, "loinc"), texts(answer.get("text"))));
        var instruments = new EnumMap<Instrument, Questionnaire>(Instrument.class);
        Arrays.stream(Instrument.values())
                .forEach(instrument -> instruments.put(
                        instrument,
                        questionnaire(instrument, file.get("instruments").get(instrument.name()), answers)));
        return new Questionnaires(instruments, texts(file.get("footer")));
    }

    private static Questionnaire questionnaire(Instrument instrument, JsonNode node, List<Answer> answers) {
        return new Questionnaire(
                instrument,
                text(node, "name"),
                text(node, "wording"),
                byLanguage(node.get("source")),
                text(node, "panel"),
                text(node, "total"),
                texts(node.get("stem")),
                list(
                        node.get("items"),
                        item -> new Item(
                                text(item, "loinc"),
                                texts(item.get("text")),
                                item.path("asksAboutRisk").asBoolean(false))),
                answers,
                list(node.get("bands"), band -> new Band(band.get("from").asInt(), text(band, "name"))));
    }

    private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
        var all = new ArrayList<T>();
        nodes.forEach(node -> all.add(read.apply(node)));
        return all;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private static Texts texts(JsonNode node) {
        return new Texts(byLanguage(node));
    }

    private static Map<String, String> byLanguage(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.propertyNames().forEach(language -> texts.put(language, text(node, language)));
        return texts;
    }
}

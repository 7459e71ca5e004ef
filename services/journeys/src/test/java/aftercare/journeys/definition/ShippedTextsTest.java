package aftercare.journeys.definition;

import static org.assertj.core.api.Assertions.assertThat;

import aftercare.journeys.wording.ClinicSettings;
import aftercare.journeys.wording.Lint;
import aftercare.journeys.wording.Place;
import aftercare.journeys.wording.Segments;
import aftercare.journeys.wording.Segments.Encoding;
import aftercare.journeys.wording.Texts;
import aftercare.journeys.wording.Variables;
import aftercare.journeys.wording.Wording;
import aftercare.schemas.clinic.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shipped texts say, each in both languages, discreet and detailed, for every route, from a clinic with the longest name. */
class ShippedTextsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ClinicSettings CLINIC =
            new ClinicSettings("W".repeat(ClinicSettings.LONGEST_NAME), "+12025550100", NEW_YORK);
    private static final ZonedDateTime VISIT = ZonedDateTime.of(2026, 9, 30, 22, 30, 0, 0, NEW_YORK);
    private static final List<String> LANGUAGES = List.of("en", "es");
    private static final Journey JOURNEY = JourneyYaml.read(shipped());

    /** @param template with the route's words in it, and variables */
    record Rendered(String owner, String language, boolean detailed, Place place, String template) {
        String filled() {
            return new Variables(CLINIC, place.ofVisit() ? VISIT : null).fill(template, language);
        }

        @Override
        public String toString() {
            return owner + " " + language + (detailed ? " detailed" : "") + ": " + template;
        }
    }

    static Stream<Rendered> everyText() {
        var touchpoints = JOURNEY.touchpoints().stream()
                .flatMap(touchpoint -> Stream.concat(
                        Stream.ofNullable(touchpoint.wording())
                                .flatMap(wording -> rendered(touchpoint.code(), wording, touchpoint::place)),
                        touchpoint.answers().entrySet().stream()
                                .flatMap(answer ->
                                        fixed(touchpoint.code() + " answers " + answer.getKey(), answer.getValue()))));
        var topics = JOURNEY.topics().stream()
                .flatMap(topic ->
                        rendered(topic.code(), topic.wording(), (detailed, language) -> topic.place(detailed)));
        return Stream.concat(touchpoints, topics).distinct();
    }

    private static Stream<Rendered> rendered(String owner, Wording wording, BiFunction<Boolean, String, Place> place) {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of(Route.values())
                        .flatMap(route -> Stream.of(false, true)
                                .map(detailed -> new Rendered(
                                        owner,
                                        language,
                                        detailed,
                                        place.apply(detailed, language),
                                        wording.template(detailed, language, route)))));
    }

    private static Stream<Rendered> fixed(String owner, Texts texts) {
        var place = new Place(Place.Kind.STATEMENT, false, false);
        return LANGUAGES.stream().map(language -> new Rendered(owner, language, false, place, texts.in(language)));
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void fits_into_two_segments_and_has_nothing_to_mend(Rendered text) {
        assertThat(Lint.of(text.template(), text.language(), text.place(), CLINIC))
                .isEmpty();

        var segments = Segments.of(text.filled());
        assertThat(segments.encoding()).isEqualTo(Encoding.GSM_7);
        assertThat(segments.count()).isLessThanOrEqualTo(Segments.MOST);
        assertThat(text.filled()).doesNotContain("{", "}");
    }

    @Test
    void every_text_is_there_in_both_languages() {
        Stream.concat(
                        JOURNEY.touchpoints().stream().flatMap(touchpoint -> Stream.ofNullable(touchpoint.wording())),
                        JOURNEY.topics().stream().map(Topic::wording))
                .flatMap(ShippedTextsTest::texts)
                .forEach(texts -> assertThat(texts.byLanguage()).containsOnlyKeys(LANGUAGES));
        JOURNEY.touchpoints().stream()
                .flatMap(touchpoint -> touchpoint.answers().values().stream())
                .forEach(texts -> assertThat(texts.byLanguage()).containsOnlyKeys(LANGUAGES));
    }

    private static Stream<Texts> texts(Wording wording) {
        return Stream.concat(
                Stream.of(wording.discreet()),
                Stream.concat(
                        Stream.ofNullable(wording.detailed()),
                        wording.byRoute().values().stream().flatMap(routes -> routes.values().stream())));
    }

    @Test
    void every_touchpoint_and_topic_is_there_and_the_mandatory_ones_are_marked() {
        assertThat(JOURNEY.touchpoints())
                .extracting(touchpoint -> touchpoint.code().replaceFirst("-.*", ""))
                .contains(
                        "T01", "T02", "E01", "T04", "T05", "T06", "T07", "T08", "T10", "T11", "T12", "T13", "T14",
                        "T15", "T16", "T17", "T18", "T19", "T20", "T21", "T22", "T23", "T24", "T25", "E11");
        assertThat(JOURNEY.topics())
                .extracting(Topic::code)
                .containsExactlyInAnyOrder(
                        "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E12", "E13", "E14", "E15",
                        "E16", "E17", "E18", "E19");
        assertThat(JOURNEY.topics().stream().filter(Topic::mandatory).map(Topic::code))
                .containsExactlyInAnyOrder("E02", "E12", "E13", "E17", "E18");
    }

    @Test
    void what_may_go_wrong_and_how_to_get_home_comes_first() {
        assertThat(JOURNEY.topics().subList(0, 2)).extracting(Topic::code).containsExactly("E17", "E18");
    }

    /** The facts of a topic: one expression each, found in the discreet and in the detailed text. */
    private static final Map<String, Map<String, List<String>>> FACTS = Map.ofEntries(
            facts(
                    "E01",
                    List.of("anesthe", "low dose", "drip", "injection", "nasal spray", "lozenge", "your team picks"),
                    List.of(
                            "anestesia",
                            "dosis baja",
                            "suero",
                            "inyeccion",
                            "spray nasal",
                            "pastilla",
                            "su equipo elige")),
            facts(
                    "E02",
                    List.of(
                            "nasal spray",
                            "fda-approved",
                            "some adults",
                            "certified clinics",
                            "off-label",
                            "legal",
                            "less proven"),
                    List.of(
                            "spray",
                            "fda",
                            "ciertos adultos",
                            "clinicas certificadas",
                            "off-label",
                            "legal",
                            "menos pruebas")),
            facts(
                    "E03",
                    List.of(
                            "common",
                            "real illness",
                            "low mood",
                            "loss of interest",
                            "hopeless",
                            "sleep",
                            "energy",
                            "not a weakness",
                            "several causes"),
                    List.of(
                            "comun",
                            "enfermedad real",
                            "animo bajo",
                            "falta de inter",
                            "desesperanza",
                            "dormir",
                            "energia",
                            "no una debilidad",
                            "varias causas")),
            facts(
                    "E04",
                    List.of("two or more medicines", "one (option|of them)", "many people improve, not all"),
                    List.of(
                            "al menos dos medicinas",
                            "una de (ellas|las opciones)",
                            "muchas personas mejoran, no todas")),
            facts(
                    "E05",
                    List.of("briefly blocks", "one kind of receptor", "thought to start a chain", "not fully known"),
                    List.of(
                            "por poco tiempo",
                            "un tipo de receptor",
                            "se cree",
                            "cadena de cambios",
                            "no se sabe del todo")),
            facts(
                    "E06",
                    List.of(
                            "glutamate",
                            "main \"go\" messenger",
                            "learning and memory",
                            "may play a part",
                            "stuck",
                            "leading idea",
                            "short time",
                            "not settled"),
                    List.of(
                            "glutamato",
                            "principal mensajero",
                            "aprender",
                            "memoria",
                            "puede influir",
                            "se repiten",
                            "idea principal",
                            "poco tiempo",
                            "no es definitivo")),
            facts(
                    "E07",
                    List.of("is thought to", "ampa", "strengthen some connections", "most .* in animals"),
                    List.of("se cree", "ampa", "refuerza algunas conexiones", "en animales")),
            facts(
                    "E08",
                    List.of(
                            "bdnf",
                            "growth protein",
                            "not a messenger like serotonin",
                            "keep and make links",
                            "thinking",
                            "emotion",
                            "being studied"),
                    List.of(
                            "bdnf",
                            "proteina de crecimiento",
                            "no un mensajero como la serotonina",
                            "mantener y crear enlaces",
                            "pensar",
                            "emociones",
                            "se estudia")),
            facts(
                    "E09",
                    List.of("brain can change", "may open a window", "does not wipe the brain"),
                    List.of("cerebro puede cambiar", "puede abrir", "no borra el cerebro")),
            facts(
                    "E10",
                    List.of(
                            "may talk to each other better",
                            "for a while",
                            "sleep",
                            "gentle activity",
                            "people",
                            "therapy",
                            "small routines",
                            "may help"),
                    List.of(
                            "pueden comunicarse mejor",
                            "por un tiempo",
                            "dormir",
                            "moverse",
                            "personas",
                            "terapia",
                            "rutinas",
                            "pueden ayudar")),
            facts(
                    "E11",
                    List.of("hours or days", "after several visits", "not at all", "up and down", "tell us"),
                    List.of("horas o dias", "tras varias visitas", "no nota nada", "altibajos", "cu\u00E9ntelo")),
            facts(
                    "E12",
                    List.of(
                            "fade in days to weeks",
                            "without follow-up",
                            "dips are common",
                            "no failure",
                            "boosters",
                            "other care"),
                    List.of(
                            "bajar en dias o semanas",
                            "no hay seguimiento",
                            "es comun",
                            "no es un fracaso",
                            "refuerzo",
                            "otros cuidados")),
            facts(
                    "E13",
                    List.of(
                            "serotonin",
                            "norepinephrine",
                            "over weeks",
                            "another way",
                            "do not stop or change any medicine unless your prescriber"),
                    List.of(
                            "serotonina",
                            "noradrenalina",
                            "semanas",
                            "otra forma",
                            "no deje ni cambie ninguna medicina salvo que")),
            facts(
                    "E14",
                    List.of(
                            "best evidence is for",
                            "trauma|ptsd",
                            "worry|anxiety",
                            "pain",
                            "mixed or early",
                            "applies to you"),
                    List.of(
                            "mejor evidencia",
                            "trauma",
                            "preocupaciones|ansiedad",
                            "dolor",
                            "mixtos o iniciales",
                            "en su caso")),
            facts(
                    "E15",
                    List.of(
                            "dark thoughts|suicidal thoughts",
                            "may ease for a short time",
                            "may return",
                            "no substitute for urgent help",
                            "safety plan",
                            "988",
                            "911"),
                    List.of(
                            "pensamientos",
                            "pueden ceder por poco tiempo",
                            "pueden volver",
                            "no sustituyen?",
                            "ayuda urgente",
                            "plan de seguridad",
                            "988",
                            "911")),
            facts(
                    "E16",
                    List.of("sleep, energy and pain may shift", "mood", "tired after", "if a change lasts, tell us"),
                    List.of(
                            "el sue\u00F1o, la energia y el dolor pueden cambiar",
                            "animo",
                            "cansancio",
                            "si un cambio dura, avise")),
            facts(
                    "E17",
                    List.of(
                            "dizziness",
                            "nausea",
                            "floaty or unreal",
                            "sleepiness",
                            "raised blood pressure",
                            "can't remove",
                            "severe headache",
                            "confusion past that day",
                            "chest pain",
                            "trouble breathing",
                            "911"),
                    List.of(
                            "mareo",
                            "nauseas",
                            "flotando o irreal",
                            "sue\u00F1o",
                            "presion alta",
                            "no lo quita",
                            "dolor de cabeza fuerte",
                            "confusion al dia siguiente",
                            "dolor de pecho",
                            "falta de aire",
                            "911")),
            facts(
                    "E18",
                    List.of(
                            "staff watch you",
                            "2 h for the spray",
                            "with an adult",
                            "no driving or machines until the next day, after sleep",
                            "home has extra risk",
                            "never share, save or add doses",
                            "misuse and dependence",
                            "bladder pain"),
                    List.of(
                            "personal capacitado le vigila",
                            "2 h con el spray",
                            "con un adulto",
                            "no maneje ni use maquinas hasta el dia siguiente, tras dormir",
                            "en casa hay riesgo",
                            "no comparta, guarde ni a\u00F1ada dosis",
                            "abuso y dependencia",
                            "vejiga")),
            facts(
                    "E19",
                    List.of(
                            "still being studied",
                            "inflammation",
                            "nerve cells",
                            "laboratory and early clinical",
                            "no reason to have treatment",
                            "bladder"),
                    List.of(
                            "se estudia",
                            "inflamacion",
                            "nerviosas",
                            "laboratorio y clinicos iniciales",
                            "no un motivo",
                            "vejiga")));

    private static Map.Entry<String, Map<String, List<String>>> facts(
            String topic, List<String> english, List<String> spanish) {
        return Map.entry(topic, Map.of("en", english, "es", spanish));
    }

    static Stream<Rendered> everyTopic() {
        return everyText().filter(text -> FACTS.containsKey(text.owner()));
    }

    @ParameterizedTest
    @MethodSource("everyTopic")
    void a_topic_holds_its_facts(Rendered text) {
        var said = text.template().toLowerCase(Locale.ROOT);

        assertThat(Objects.requireNonNull(FACTS.get(text.owner())).get(text.language()))
                .allSatisfy(fact -> assertThat(said).containsPattern(Pattern.compile(fact)));
    }

    @Test
    void every_topic_has_facts_to_hold() {
        assertThat(FACTS.keySet())
                .containsAll(JOURNEY.topics().stream().map(Topic::code).toList());
    }

    @ParameterizedTest
    @MethodSource("everyTopic")
    void a_topic_oversells_nothing_that_the_seed_articles_do(Rendered text) {
        assertThat(text.template().toLowerCase(Locale.ROOT))
                .doesNotContainPattern(
                        "reset|reboot|reinici|game.changer|hope\\b|holisti|imbalance|desequilibrio|party|computer");
    }

    @Test
    void what_the_first_text_promises_is_the_weekly_budget() {
        var promised = JOURNEY.touchpoint("T01")
                .map(Touchpoint::wording)
                .map(Wording::discreet)
                .orElseThrow();

        assertThat(promised.in("en")).contains("up to " + JOURNEY.budget().perWeek() + " a week");
        assertThat(promised.in("es")).contains("hasta " + JOURNEY.budget().perWeek() + " por semana");
    }

    @Test
    void a_question_that_a_lowest_mood_may_answer_calls_a_human() {
        assertThat(JOURNEY.touchpoints().stream().flatMap(touchpoint -> Stream.ofNullable(touchpoint.asks())))
                .filteredOn(asks -> asks.form() == AskForm.NUMBER)
                .isNotEmpty()
                .allSatisfy(asks -> assertThat(asks.riskAnswers()).containsExactly("0", "1", "2"));
    }

    @Test
    void spanish_keeps_to_the_accents_that_the_alphabet_has() {
        assertThat(everyText().filter(text -> text.language().equals("es")).map(Rendered::template))
                .noneSatisfy(template ->
                        assertThat(template).containsPattern("[\u00E1\u00ED\u00F3\u00FA\u00E0\u00EC\u00F2\u00F9]"))
                .noneSatisfy(template ->
                        assertThat(template).containsPattern("(?i)\\b(tambien|despues|que tal|sueno|anad)\\b"));
    }

    private static String shipped() {
        try (var yaml = JourneyYaml.class.getResourceAsStream("/aftercare/journeys/journeys.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

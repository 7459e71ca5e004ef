package aftercare.intake.fhir;

import static java.util.Comparator.comparingInt;

import aftercare.intake.fhir.Element.Located;
import aftercare.intake.patients.GivenNumber;
import aftercare.intake.patients.Offer;
import aftercare.intake.patients.Person;
import aftercare.intake.patients.PhoneNumber;
import aftercare.intake.sites.Site;
import aftercare.intake.sites.Sites;
import aftercare.schemas.PatientId;
import aftercare.schemas.clinic.ConsentBasis;
import aftercare.schemas.clinic.ContentLevel;
import aftercare.schemas.clinic.NumberUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What a Patient resource says, as Aftercare understands it. */
final class PatientMapping {
    private final Sites sites;
    private final ConsentBasis basis;

    PatientMapping(Sites sites, ConsentBasis basis) {
        this.sites = sites;
        this.basis = basis;
    }

    /**
     * @param now decides which numbers are still in use
     */
    Person map(Patient patient, PatientId id, String path, Instant now, Issues issues) {
        var site = site(patient, path, issues);
        var zone = Element.zone(patient, path, issues).orElse(site.zone());
        var numbers = numbers(patient, path, now, issues);
        var mergedInto = mergedInto(patient, id, path, issues);
        var deceased = deceased(patient);
        var reachable = !deceased && mergedInto == null && (!patient.hasActive() || patient.getActive());
        return new Person(
                id,
                name(patient, path, issues),
                numbers,
                language(patient, path, issues),
                zone,
                site.id(),
                reachable ? offer(patient, numbers, path, issues).orElse(null) : null,
                mergedInto,
                deceased,
                deceasedAt(patient, zone),
                SecondContacts.of(patient, path, now, issues).orElse(null));
    }

    private Site site(Patient patient, String path, Issues issues) {
        var organization = Element.idIn(patient.getManagingOrganization(), "Organization");
        return Element.site(
                patient, organization.map(id -> "Organization/" + id).stream().toList(), sites, path, issues);
    }

    private static String name(Patient patient, String path, Issues issues) {
        var name = patient.getName().stream()
                .filter(candidate -> candidate.getUse() != NameUse.OLD)
                .sorted(comparingInt(PatientMapping::placeOf))
                .map(PatientMapping::written)
                .filter(written -> !written.isBlank())
                .findFirst();
        if (name.isEmpty()) {
            issues.error(
                    IssueType.REQUIRED,
                    path + ".name",
                    "A name is needed, so that whoever answers an alert knows whom to call. Give name[0].family and given, or text.");
        }
        return name.orElse("");
    }

    private static int placeOf(HumanName name) {
        return name.getUse() == NameUse.OFFICIAL ? 0 : name.getUse() == NameUse.USUAL ? 1 : 2;
    }

    static String written(HumanName name) {
        if (name.hasText()) {
            return name.getText().strip();
        }
        return Stream.concat(
                        name.getGiven().stream().map(PrimitiveType::getValueAsString),
                        Stream.of(Objects.requireNonNullElse(name.getFamily(), "")))
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static List<GivenNumber> numbers(Patient patient, String path, Instant now, Issues issues) {
        var ranked = new ArrayList<Ranked>();
        var unreadable = new ArrayList<String>();
        for (var index = 0; index < patient.getTelecom().size(); index++) {
            var telecom = patient.getTelecom().get(index);
            if (isTextable(telecom, now)) {
                var here = path + ".telecom[" + index + "].value";
                var number = Optional.ofNullable(telecom.getValue()).flatMap(PhoneNumber::inE164);
                number.ifPresentOrElse(
                        e164 -> ranked.add(new Ranked(rank(telecom), new GivenNumber(e164, use(telecom)))),
                        () -> unreadable.add(here));
            }
        }
        unreadable.forEach(here -> sayUnreadable(here, ranked.isEmpty(), issues));
        return ranked.stream()
                .sorted(comparingInt(Ranked::rank))
                .map(Ranked::number)
                .distinct()
                .toList();
    }

    private static void sayUnreadable(String path, boolean isAllThereIs, Issues issues) {
        var words =
                "This is not a telephone number that a text could go to. Write it as in +12025550100, without an extension.";
        if (isAllThereIs) {
            issues.error(IssueType.VALUE, path, words);
        } else {
            issues.warning(IssueType.VALUE, path, words + " It is left out.");
        }
    }

    private static boolean isTextable(ContactPoint telecom, Instant now) {
        var kind = telecom.getSystem() == ContactPointSystem.PHONE || telecom.getSystem() == ContactPointSystem.SMS;
        var ended = telecom.getPeriod().getEnd();
        return kind
                && telecom.getUse() != ContactPointUse.OLD
                && (ended == null || ended.toInstant().isAfter(now));
    }

    private static NumberUse use(ContactPoint telecom) {
        if (telecom.getUse() == ContactPointUse.MOBILE || telecom.getSystem() == ContactPointSystem.SMS) {
            return NumberUse.MOBILE;
        }
        return telecom.getUse() == ContactPointUse.HOME
                ? NumberUse.HOME
                : telecom.getUse() == ContactPointUse.WORK ? NumberUse.WORK : NumberUse.OTHER;
    }

    /** Ranked numbers as ranked; the others behind them, mobile ones first. */
    private static int rank(ContactPoint telecom) {
        if (telecom.hasRank()) {
            return telecom.getRank();
        }
        return use(telecom) == NumberUse.MOBILE ? Integer.MAX_VALUE - 1 : Integer.MAX_VALUE;
    }

    private static String language(Patient patient, String path, Issues issues) {
        var spoken = patient.getCommunication();
        for (var index = 0; index < spoken.size(); index++) {
            if (spoken.get(index).getPreferred() || spoken.size() == 1) {
                return language(
                        spoken.get(index).getLanguage(), path + ".communication[" + index + "].language", issues);
            }
        }
        return "en";
    }

    private static String language(CodeableConcept concept, String path, Issues issues) {
        var tag = concept.getCoding().stream()
                .map(coding -> Locale.forLanguageTag(Objects.requireNonNullElse(coding.getCode(), ""))
                        .getLanguage())
                .filter(language -> !language.isEmpty())
                .findFirst();
        if (tag.isEmpty()) {
            issues.warning(
                    IssueType.CODEINVALID,
                    path,
                    "No coding here is a language tag such as en or es-US, so texts are in English. Add a coding with system urn:ietf:bcp:47.");
        }
        return tag.orElse("en");
    }

    private Optional<Offer> offer(Patient patient, List<GivenNumber> numbers, String path, Issues issues) {
        var extension = Element.extension(patient, path, Extensions.SMS_CONSENT);
        if (extension.isPresent()) {
            return expressOffer(extension.get(), issues);
        }
        var given = numbers.stream().anyMatch(number -> number.use() == NumberUse.MOBILE);
        return basis == ConsentBasis.NUMBER_GIVEN && given
                ? Optional.of(new Offer(ConsentBasis.NUMBER_GIVEN, ContentLevel.DISCREET, null))
                : Optional.empty();
    }

    private static Optional<Offer> expressOffer(Located<Extension> extension, Issues issues) {
        if (extension.element().getValue() instanceof BooleanType yes) {
            return yes.booleanValue() ? Optional.of(express(ContentLevel.DISCREET)) : Optional.empty();
        }
        return switch (Element.words(extension, issues).orElse("").toLowerCase(Locale.ROOT)) {
            case "discreet" -> Optional.of(express(ContentLevel.DISCREET));
            case "detailed" -> Optional.of(express(ContentLevel.DETAILED));
            case "none", "" -> Optional.empty();
            default -> {
                issues.error(
                        IssueType.CODEINVALID,
                        extension.path(),
                        "Consent is a valueBoolean, or one of the codes discreet, detailed and none.");
                yield Optional.empty();
            }
        };
    }

    private static Offer express(ContentLevel level) {
        return new Offer(ConsentBasis.EXPRESS, level, null);
    }

    private static @Nullable PatientId mergedInto(Patient patient, PatientId self, String path, Issues issues) {
        for (var index = 0; index < patient.getLink().size(); index++) {
            var link = patient.getLink().get(index);
            if (link.getType() == LinkType.REPLACEDBY) {
                return target(link.getOther(), self, path + ".link[" + index + "].other", issues);
            }
        }
        return null;
    }

    private static @Nullable PatientId target(Reference other, PatientId self, String path, Issues issues) {
        var id = Element.idIn(other, "Patient").map(PatientId::new).filter(target -> !target.equals(self));
        if (id.isEmpty()) {
            issues.error(
                    IssueType.INVARIANT,
                    path,
                    "A record that is replaced names the other Patient that replaces it, as in {\"reference\": \"Patient/123\"}.");
        }
        return id.orElse(null);
    }

    private static boolean deceased(Patient patient) {
        return patient.getDeceased() instanceof DateTimeType
                || (patient.getDeceased() instanceof BooleanType dead && dead.booleanValue());
    }

    private static @Nullable Instant deceasedAt(Patient patient, ZoneId zone) {
        if (patient.getDeceased() instanceof DateTimeType time) {
            var day = time.getValueAsString();
            return Element.instant(time)
                    .or(() -> day.length() == 10
                            ? Optional.of(
                                    LocalDate.parse(day).atStartOfDay(zone).toInstant())
                            : Optional.empty())
                    .orElse(null);
        }
        return null;
    }

    private record Ranked(int rank, GivenNumber number) {}
}

package aftercare.intake.fhir;

import aftercare.intake.sites.Site;
import aftercare.intake.sites.Sites;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;

/** How elements are read, whichever resource they stand in. */
final class Element {
    static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private Element() {}

    /** The id that a reference to a type names, whatever server it names before it. */
    static Optional<String> idIn(Reference reference, String type) {
        var target = reference.getReferenceElement();
        return type.equals(target.getResourceType())
                ? Optional.ofNullable(target.getIdPart())
                        .filter(id -> ID.matcher(id).matches())
                : Optional.empty();
    }

    /** An instant that is said to the minute or better; a mere date says no time of day. */
    static Optional<Instant> instant(BaseDateTimeType time) {
        return time.getValue() != null && time.getValueAsString().contains("T")
                ? Optional.of(time.getValue().toInstant())
                : Optional.empty();
    }

    static Optional<Located<Extension>> extension(DomainResource resource, String path, String... urls) {
        for (var url : urls) {
            for (var index = 0; index < resource.getExtension().size(); index++) {
                if (url.equals(resource.getExtension().get(index).getUrl())) {
                    return Optional.of(new Located<>(
                            resource.getExtension().get(index), path + ".extension[" + index + "].value"));
                }
            }
        }
        return Optional.empty();
    }

    /** The words of an extension's value; an error when it has none. */
    static Optional<String> words(Located<Extension> extension, Issues issues) {
        var value = extension.element().getValue();
        var words = value == null ? null : value.primitiveValue();
        if (words == null || words.isBlank()) {
            issues.error(
                    IssueType.VALUE, extension.path(), "This extension needs a value: a valueCode or a valueString.");
            return Optional.empty();
        }
        return Optional.of(words.strip());
    }

    static Optional<ZoneId> zone(DomainResource resource, String path, Issues issues) {
        var extension = extension(resource, path, Extensions.TIMEZONE, Extensions.TZ_CODE);
        return extension.flatMap(
                located -> words(located, issues).flatMap(words -> zone(words, located.path(), issues)));
    }

    private static Optional<ZoneId> zone(String words, String path, Issues issues) {
        if (words.contains("/")) {
            try {
                return Optional.of(ZoneId.of(words));
            } catch (DateTimeException e) {
                // said below
            }
        }
        issues.error(IssueType.CODEINVALID, path, "This is not an IANA time zone. Write it as in America/New_York.");
        return Optional.empty();
    }

    /** The site that the extension names, else the one that a reference names, else the usual one. */
    static Site site(DomainResource resource, List<String> references, Sites sites, String path, Issues issues) {
        var extension = extension(resource, path, Extensions.SITE);
        if (extension.isEmpty()) {
            return sites.byReference(references).orElse(sites.usual());
        }
        var named = words(extension.get(), issues).flatMap(sites::byId);
        if (named.isEmpty()) {
            issues.error(
                    IssueType.CODEINVALID,
                    extension.get().path(),
                    "No site has this id. Name one of those in intake.sites, or leave the extension out.");
        }
        return named.orElse(sites.usual());
    }

    static List<String> words(Collection<CodeableConcept> concepts) {
        var words = new ArrayList<String>();
        for (var concept : concepts) {
            concept.getCoding().forEach(coding -> {
                addSaid(coding.getCode(), words);
                addSaid(coding.getDisplay(), words);
            });
            addSaid(concept.getText(), words);
        }
        return words;
    }

    @SuppressWarnings("NullAway") // HAPI's getters answer null for what is not there
    private static void addSaid(String text, List<String> words) {
        if (text != null && !text.isBlank()) {
            words.add(text);
        }
    }

    /** An element and its path. */
    record Located<T>(T element, String path) {}
}

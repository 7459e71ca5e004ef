package aftercare.intake.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON with HAPI's own definitions of R4 and names each element that does not fit by its path. HAPI's parser finds the same
 * faults, but names at most the parent and quotes the value.
 */
final class JsonShape {
    private static final Pattern NAME = Pattern.compile("_?[a-zA-Z][a-zA-Z0-9]{0,63}");
    private static final Pattern TIME_WITHOUT_OFFSET = Pattern.compile(".*T(?!.*(?:Z|[+-]\\d{2}:\\d{2})$).*");

    private final FhirContext fhir;

    JsonShape(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Checks a resource whose type is known to FHIR. The narrative ({@code text}) is not read, and so not checked. */
    void check(JsonNode resource, String path, Issues issues) {
        var type = resource.path("resourceType").asString("");
        if (!fhir.getResourceTypes().contains(type)) {
            issues.error(
                    IssueType.STRUCTURE,
                    path + ".resourceType",
                    "This is not the name of an R4 resource type. Set it to Patient, Appointment or Encounter.");
            return;
        }
        members(resource, fhir.getResourceDefinition(type), true, path, issues);
    }

    private void members(
            JsonNode object, BaseRuntimeElementDefinition<?> definition, boolean resource, String path, Issues issues) {
        if (object.isEmpty()) {
            issues.error(IssueType.STRUCTURE, path, "This object is empty. Leave the element out, or give it content.");
        }
        object.properties().forEach(member -> {
            var name = member.getKey();
            if (resource && (name.equals("resourceType") || name.equals("text"))) {
                return;
            }
            member(name, member.getValue(), definition, path, issues);
        });
    }

    private void member(
            String name, JsonNode value, BaseRuntimeElementDefinition<?> parent, String path, Issues issues) {
        var here = path + "." + shown(name);
        if (name.equals("modifierExtension")) {
            issues.error(
                    IssueType.EXTENSION,
                    here,
                    "Modifier extensions change what the record means, and none is understood here. Send the record without it, or not at all.");
            return;
        }
        var bare = name.startsWith("_") ? name.substring(1) : name;
        var child = parent.getChildByName(bare);
        var definition = child == null ? null : child.getChildByName(bare);
        if (child == null || definition == null) {
            issues.error(
                    IssueType.STRUCTURE,
                    here,
                    "FHIR R4 has no such element here. Check the spelling (capitals matter) and the place, or leave it out.");
            return;
        }
        values(
                value,
                child,
                name.startsWith("_") ? fhir.getElementDefinition("Extension") : definition,
                name,
                here,
                issues);
    }

    private void values(
            JsonNode value,
            BaseRuntimeChildDefinition child,
            @Nullable BaseRuntimeElementDefinition<?> definition,
            String name,
            String path,
            Issues issues) {
        var many = child.getMax() != 1;
        if (many != value.isArray()) {
            issues.error(
                    IssueType.STRUCTURE,
                    path,
                    many
                            ? "This element repeats: put its value into a JSON array."
                            : "This element has one value: take it out of the JSON array.");
            return;
        }
        if (!many) {
            value(value, child, definition, name, path, issues);
            return;
        }
        for (var index = 0; index < value.size(); index++) {
            value(value.get(index), child, definition, name, path + "[" + index + "]", issues);
        }
    }

    private void value(
            JsonNode value,
            BaseRuntimeChildDefinition child,
            @Nullable BaseRuntimeElementDefinition<?> definition,
            String name,
            String path,
            Issues issues) {
        if (definition == null || name.startsWith("_")) {
            return; // extensions of a primitive: nothing here reads them, and HAPI's parser checks them
        }
        switch (definition.getChildType()) {
            case PRIMITIVE_DATATYPE, ID_DATATYPE -> primitive(value, child, definition, path, issues);
            case CONTAINED_RESOURCES, CONTAINED_RESOURCE_LIST, RESOURCE -> resource(value, path, issues);
            case COMPOSITE_DATATYPE, RESOURCE_BLOCK -> {
                if (isObject(value, path, issues)) {
                    members(value, definition, false, path, issues);
                }
            }
            case EXTENSION_DECLARED, UNDECL_EXT, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> {}
        }
    }

    private void resource(JsonNode value, String path, Issues issues) {
        if (isObject(value, path, issues)) {
            check(value, path, issues);
        }
    }

    private static boolean isObject(JsonNode value, String path, Issues issues) {
        if (!value.isObject()) {
            issues.error(IssueType.STRUCTURE, path, "This must be a JSON object.");
        }
        return value.isObject();
    }

    private static void primitive(
            JsonNode value,
            BaseRuntimeChildDefinition child,
            BaseRuntimeElementDefinition<?> definition,
            String path,
            Issues issues) {
        var type = definition.getName();
        var wanted = jsonTypeOf(type);
        if (!wanted.isTypeOf(value)) {
            issues.error(
                    IssueType.STRUCTURE, path, "This must be a JSON " + wanted.words + " (FHIR type " + type + ").");
        } else if (!isValid(value.asString(), type, child, definition)) {
            issues.error(
                    child.getInstanceConstructorArguments() == null ? IssueType.VALUE : IssueType.CODEINVALID,
                    path,
                    hint(type, child));
        }
    }

    private static boolean isValid(
            String text, String type, BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> definition) {
        if (text.isBlank() || (isTime(type) && TIME_WITHOUT_OFFSET.matcher(text).matches())) {
            return false;
        }
        try {
            var arguments = child.getInstanceConstructorArguments();
            var fresh = arguments == null ? definition.newInstance() : definition.newInstance(arguments);
            ((IPrimitiveType<?>) fresh).setValueAsString(text);
            return true;
        } catch (DataFormatException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTime(String type) {
        return type.equals("dateTime") || type.equals("instant");
    }

    private static String hint(String type, BaseRuntimeChildDefinition child) {
        if (child.getInstanceConstructorArguments() != null) {
            return "This is not one of the codes that FHIR R4 allows here (" + child.getElementName()
                    + "). Codes are written in small letters, as in the specification.";
        }
        return switch (type) {
            case "instant" ->
                "This is not an instant. Write date, time to the second and offset, as in 2026-03-07T10:00:00-05:00.";
            case "dateTime" ->
                "This is not a dateTime. A time needs seconds and an offset, as in 2026-03-07T10:00:00-05:00.";
            case "date" -> "This is not a date. Write it as in 2026-03-07.";
            default -> "This is not a valid " + type + ", or it is empty. Give it a value, or leave the element out.";
        };
    }

    private static JsonType jsonTypeOf(String fhirType) {
        return switch (fhirType) {
            case "boolean" -> JsonType.BOOLEAN;
            case "integer", "positiveInt", "unsignedInt", "decimal" -> JsonType.NUMBER;
            default -> JsonType.STRING;
        };
    }

    private enum JsonType {
        BOOLEAN("boolean, true or false without quotes"),
        NUMBER("number without quotes"),
        STRING("string");

        private final String words;

        JsonType(String words) {
            this.words = words;
        }

        private boolean isTypeOf(JsonNode value) {
            return switch (this) {
                case BOOLEAN -> value.isBoolean();
                case NUMBER -> value.isNumber();
                case STRING -> value.isString();
            };
        }
    }

    /** Anything but a plausible element name may be a patient's words in the wrong place. */
    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "(unreadable name)";
    }
}

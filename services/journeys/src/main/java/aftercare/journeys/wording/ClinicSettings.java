package aftercare.journeys.wording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The clinic as patients know it: a neutral short name, which stands in front of every text, the number that a human answers, and its zone. */
@Validated
@ConfigurationProperties("clinic")
public record ClinicSettings(
        @DefaultValue("Harbor Clinic")
        @NotBlank
        @Size(
                max = LONGEST_NAME,
                message =
                        "is longer than {max} characters: it stands in front of every text. Set clinic.name to a short name")
        String name,

        @DefaultValue("+12025550100") @Pattern(regexp = "\\+\\d{8,15}")
        String phone,

        @DefaultValue("America/New_York") ZoneId zone) {
    /** With a name of this length every shipped text still fits into two segments. */
    public static final int LONGEST_NAME = 24;

    /** The number as people write it at home. */
    String spokenPhone() {
        return phone.matches("\\+1\\d{10}")
                ? phone.substring(2, 5) + "-" + phone.substring(5, 8) + "-" + phone.substring(8)
                : phone;
    }
}

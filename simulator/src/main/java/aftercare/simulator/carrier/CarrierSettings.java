package aftercare.simulator.carrier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lines the clinic's numbers and where what is typed to them goes; the first is the patients' line
 * @param phones the demo's own people
 * @param keywordBlocking whether the carrier itself answers and obeys STOP, START and HELP
 * @param receiptAfter machine time between the steps of a text on its way
 */
@Validated
@ConfigurationProperties("simulator")
record CarrierSettings(
        @NotEmpty Map<Integer, Line> lines,
        @DefaultValue List<Phone> phones,
        @DefaultValue("false") boolean keywordBlocking,
        @DefaultValue("60ms") Duration receiptAfter) {

    record Line(@NotBlank String name, @NotBlank String number, URI webhook) {}

    record Phone(@NotBlank String name, @NotBlank String number) {}
}

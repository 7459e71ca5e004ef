package aftercare.console.login;

import aftercare.platform.access.Caller;
import aftercare.platform.access.ServiceClients;
import aftercare.platform.duework.DueWork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClientException;

/** Closes the accounts of those who left, by whichever way an admin removed them. */
@Configuration(proxyBeanMethods = false)
class Leavers {
    private static final Logger log = LoggerFactory.getLogger(Leavers.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    DueWork leaverAccounts(ServiceClients clients, StaffAccounts accounts) {
        return new DueWork("leaver-accounts", EVERY, () -> {
            try {
                closeAll(clients, accounts);
            } catch (RestClientException unanswered) {
                log.atDebug()
                        .addKeyValue("error", unanswered.getClass().getName())
                        .log("Escalation does not say who left; asked again soon");
            }
            return 0;
        });
    }

    private static void closeAll(ServiceClients clients, StaffAccounts accounts) {
        Objects.requireNonNull(clients.to("escalation", Caller.service("console"))
                        .get()
                        .uri("/v1/staff/leavers")
                        .retrieve()
                        .body(new ParameterizedTypeReference<List<String>>() {}))
                .stream()
                .filter(accounts::has)
                .forEach(staffId -> {
                    accounts.close(staffId);
                    log.atInfo().addKeyValue("staff", staffId).log("The account of somebody who left is closed");
                });
    }
}

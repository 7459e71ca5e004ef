package aftercare.testkit;

import aftercare.platform.events.Received;
import aftercare.schemas.Topics;
import aftercare.schemas.messaging.MessageOrder;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SampleService.Parts.class)
class SampleService {

    @RestController
    static class Parts {
        final List<UUID> heard = new CopyOnWriteArrayList<>();
        final List<String> texts = new CopyOnWriteArrayList<>();

        @KafkaListener(id = "sample-requests", topics = Topics.REQUESTS)
        void on(Received<MessageOrder> event) {
            heard.add(event.id());
        }

        @PostMapping("/webhooks/twilio/inbound")
        void inbound(@RequestParam("Body") String body) {
            texts.add(body);
        }
    }
}

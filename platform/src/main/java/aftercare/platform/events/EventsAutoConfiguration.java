package aftercare.platform.events;

import aftercare.platform.clock.Activity;
import aftercare.platform.clock.ClockAutoConfiguration;
import aftercare.platform.clock.MachineClock;
import aftercare.platform.clock.WorkSource;
import aftercare.platform.faults.ChainAlarms;
import aftercare.platform.faults.FaultsAutoConfiguration;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.support.ProducerListener;

/** Reading and writing events, for every service that does not set {@code aftercare.events.enabled=false}. */
@AutoConfiguration(
        before = KafkaAutoConfiguration.class,
        after = {ClockAutoConfiguration.class, FaultsAutoConfiguration.class})
@ConditionalOnBooleanProperty(name = "aftercare.events.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KafkaProperties.class)
public class EventsAutoConfiguration {

    @Bean
    DefaultKafkaProducerFactory<String, byte[]> kafkaProducerFactory(
            KafkaProperties kafka, ObjectProvider<DefaultKafkaProducerFactoryCustomizer> customizers) {
        var properties = new HashMap<>(kafka.buildProducerProperties());
        properties.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
        var factory = new DefaultKafkaProducerFactory<>(properties, new StringSerializer(), new ByteArraySerializer());
        customizers.orderedStream().forEach(customizer -> customizer.customize(factory));
        return factory;
    }

    /** Its listener is silent: the usual one logs what could not be sent (S9). */
    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> producers) {
        var template = new KafkaTemplate<>(producers);
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    @Bean
    KafkaMailbox mailbox(
            @Value("${spring.application.name}") String service,
            KafkaTemplate<String, byte[]> kafka,
            Activity activity) {
        return new KafkaMailbox(service, kafka, activity);
    }

    @Bean
    DefaultKafkaConsumerFactory<String, Reading> kafkaConsumerFactory(
            @Value("${spring.application.name}") String service,
            KafkaProperties kafka,
            ObjectProvider<DefaultKafkaConsumerFactoryCustomizer> customizers) {
        var properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.putIfAbsent(ConsumerConfig.GROUP_ID_CONFIG, service);
        properties.putAll(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName()));
        var factory = new DefaultKafkaConsumerFactory<>(properties, new StringDeserializer(), new EventDeserializer());
        customizers.orderedStream().forEach(customizer -> customizer.customize(factory));
        return factory;
    }

    @Bean
    DeadLetters deadLetters(KafkaTemplate<String, byte[]> kafka, ObjectProvider<UnreadableEvents> listeners) {
        return new DeadLetters(kafka, listeners);
    }

    @Bean
    RetryForEver retryForEver(MachineClock clock, ObjectProvider<ChainAlarms> alarms) {
        return new RetryForEver(clock, ChainAlarms.later(alarms::getObject));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Reading> kafkaListenerContainerFactory(
            ConsumerFactory<String, Reading> consumers,
            DeadLetters deadLetters,
            RetryForEver retryForEver,
            Activity activity) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, Reading>();
        factory.setConsumerFactory(consumers);
        factory.setAutoStartup(false); // the ListenerKeeper starts them
        factory.setRecordFilterStrategy(new ReadableOnly(deadLetters));
        factory.setRecordMessageConverter(new ReceivedConverter());
        factory.setCommonErrorHandler(retryForEver);
        factory.setRecordInterceptor(new AtEachPoll(retryForEver, activity));
        factory.setContainerCustomizer(EventsAutoConfiguration::letErrorsFailToo);
        var container = factory.getContainerProperties();
        container.setAckMode(AckMode.RECORD);
        container.setMissingTopicsFatal(false);
        container.setPollTimeout(500);
        container.setAuthExceptionRetryInterval(Duration.ofSeconds(5));
        container.setShutdownTimeout(5_000);
        return factory;
    }

    @SuppressWarnings("unchecked") // this factory's listeners take its records
    private static void letErrorsFailToo(ConcurrentMessageListenerContainer<String, Reading> container) {
        if (container.getContainerProperties().getMessageListener()
                instanceof AcknowledgingConsumerAwareMessageListener<?, ?> listener) {
            container.setupMessageListener(
                    new ErrorsFailToo((AcknowledgingConsumerAwareMessageListener<String, Reading>) listener));
        }
    }

    @Bean
    Broker broker(KafkaProperties kafka) {
        var properties = new HashMap<>(kafka.buildAdminProperties());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
        return new Broker(properties);
    }

    @Bean
    ListenerKeeper listenerKeeper(
            Broker broker,
            KafkaListenerEndpointRegistry registry,
            MachineClock clock,
            ObjectProvider<ChainAlarms> alarms) {
        return new ListenerKeeper(broker, registry, clock, ChainAlarms.later(alarms::getObject));
    }

    @Bean
    WorkSource consumerWork(Broker broker, KafkaListenerEndpointRegistry registry) {
        return new ConsumerWork(broker, registry);
    }
}

package io.github.mesosdiscovery.autoconfigure;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that keeps ZooKeeper credentials out
 * of the endpoints {@code env} and {@code configprops}.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
@ConditionalOnBooleanProperty(name = "mesos.discovery.enabled", matchIfMissing = true)
public final class MesosSanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "mesosSanitizingFunction")
	SanitizingFunction mesosSanitizingFunction() {
		return new CredentialsSanitizer();
	}

}

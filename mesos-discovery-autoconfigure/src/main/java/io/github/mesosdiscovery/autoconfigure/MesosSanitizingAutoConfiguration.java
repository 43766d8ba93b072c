package io.github.mesosdiscovery.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that keeps ZooKeeper credentials out
 * of actuator's endpoints, for example {@code env} and {@code configprops}.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
@ConditionalOnMesosDiscovery
public final class MesosSanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "mesosSanitizingFunction")
	CredentialsSanitizer mesosSanitizingFunction(Environment environment,
			ObjectProvider<MesosDiscoveryConnectionDetails> details) {
		return new CredentialsSanitizer(environment, details);
	}

}

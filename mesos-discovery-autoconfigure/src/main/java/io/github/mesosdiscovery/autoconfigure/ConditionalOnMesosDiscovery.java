package io.github.mesosdiscovery.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link Conditional @Conditional} that matches unless {@code mesos.discovery.enabled} is
 * {@code false}. Unlike {@code @ConditionalOnBooleanProperty}, it accepts every spelling
 * of a boolean, such as {@code on}, and refuses other values. Internal.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnMesosDiscovery.Condition.class)
public @interface ConditionalOnMesosDiscovery {

	class Condition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			boolean match = ConfiguredKeys.isEnabled(context.getEnvironment(), MesosDiscoveryProperties.PREFIX);
			return new ConditionOutcome(match, ConditionMessage.forCondition(ConditionalOnMesosDiscovery.class)
				.because("'mesos.discovery.enabled' is " + match));
		}

	}

}

package io.github.mesosdiscovery.autoconfigure;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches a bean method unless there is a bean of its type that has {@link MesosLeader}.
 * The conditions of Spring Boot know the one or the other, but not both of one bean.
 */
class OnMissingLeaderBean extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Class<?> type = ClassUtils.resolveClassName(((MethodMetadata) metadata).getReturnTypeName(),
				context.getClassLoader());
		ConfigurableListableBeanFactory beanFactory = Objects.requireNonNull(context.getBeanFactory());
		ConditionMessage.Builder message = ConditionMessage.forCondition("@MesosLeader " + type.getName());
		return find(beanFactory, type, "").map((name) -> ConditionOutcome.noMatch(message.found("bean").items(name)))
			.orElseGet(() -> ConditionOutcome.match(message.didNotFind("any beans").atAll()));
	}

	/**
	 * Find a bean with {@link MesosLeader}.
	 * @param beanFactory the beans
	 * @param type the type of the bean
	 * @param cluster the cluster that the annotation names
	 * @return the name of the bean
	 */
	static Optional<String> find(ListableBeanFactory beanFactory, Class<?> type, String cluster) {
		return Arrays.stream(beanFactory.getBeanNamesForType(type, true, false)).filter((name) -> {
			MesosLeader leader = beanFactory.findAnnotationOnBean(name, MesosLeader.class, false);
			return leader != null && leader.value().equals(cluster);
		}).findFirst();
	}

}

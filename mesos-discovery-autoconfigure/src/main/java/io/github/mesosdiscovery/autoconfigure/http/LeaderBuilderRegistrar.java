package io.github.mesosdiscovery.autoconfigure.http;

import java.lang.reflect.Method;
import java.util.Objects;

import io.github.mesosdiscovery.autoconfigure.ConfiguredKeys;
import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Registers a builder of HTTP clients for the leader of each cluster, qualified with
 * {@link MesosLeader}. The class that imports this creates the builders with a method
 * {@code builder(String cluster)}.
 */
class LeaderBuilderRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	LeaderBuilderRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		Class<?> factory = ClassUtils.resolveClassName(importingClassMetadata.getClassName(),
				getClass().getClassLoader());
		Method method = Objects.requireNonNull(ReflectionUtils.findMethod(factory, "builder", String.class));
		String name = "mesosLeader" + ClassUtils.getShortName(method.getReturnType()).replace(".", "");
		register(registry, name, method, "");
		ConfiguredKeys.clusters(this.environment)
			.forEach((cluster) -> register(registry, name + "-" + cluster, method, cluster));
	}

	private static void register(BeanDefinitionRegistry registry, String name, Method method, String cluster) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(method.getReturnType());
		definition.setFactoryBeanName(method.getDeclaringClass().getName());
		definition.setFactoryMethodName(method.getName());
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, cluster);
		definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
		// An unqualified injection point does not get this, and a builder of the
		// application with the same qualifier takes its place.
		definition.setDefaultCandidate(false);
		definition.setFallback(true);
		definition.addQualifier(new AutowireCandidateQualifier(MesosLeader.class, cluster));
		registry.registerBeanDefinition(name, definition);
	}

}

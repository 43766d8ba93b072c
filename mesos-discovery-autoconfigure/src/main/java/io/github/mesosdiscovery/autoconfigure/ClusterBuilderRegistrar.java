package io.github.mesosdiscovery.autoconfigure;

import io.github.mesosdiscovery.http.MesosLeader;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers a builder of clients for the leader of each further cluster, qualified by
 * {@link MesosLeader} with its name. Not as {@link ClusterRegistrar}, which can give a
 * bean no such qualifier.
 */
abstract class ClusterBuilderRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final String factory;

	private final Class<?> type;

	/**
	 * Create a new registrar.
	 * @param environment has the names of the clusters
	 * @param factory the name of a bean with a method {@code builder(String cluster)}
	 * @param type the type of the builder
	 */
	ClusterBuilderRegistrar(Environment environment, String factory, Class<?> type) {
		this.environment = environment;
		this.factory = factory;
		this.type = type;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		for (String cluster : ClusterNames.of(this.environment)) {
			boolean own = registry instanceof ListableBeanFactory beans
					&& OnMissingLeaderBean.find(beans, this.type, cluster).isPresent();
			if (!own) {
				registry.registerBeanDefinition(this.factory + "-" + cluster, definition(cluster));
			}
		}
	}

	private RootBeanDefinition definition(String cluster) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(this.type);
		definition.setFactoryBeanName(this.factory);
		definition.setFactoryMethodName("builder");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, cluster);
		definition.setScope(RootBeanDefinition.SCOPE_PROTOTYPE);
		definition.setDefaultCandidate(false);
		definition.addQualifier(new AutowireCandidateQualifier(MesosLeader.class, cluster));
		return definition;
	}

}

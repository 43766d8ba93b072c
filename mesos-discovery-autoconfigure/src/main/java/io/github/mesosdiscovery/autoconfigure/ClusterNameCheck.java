package io.github.mesosdiscovery.autoconfigure;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Refuses a cluster with the name of another bean, before {@link ClusterRegistrar}, which
 * cannot see them.
 */
class ClusterNameCheck implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	ClusterNameCheck(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		for (String name : ClusterNames.of(this.environment)) {
			if (registry.isBeanNameInUse(name) || (registry instanceof BeanFactory beans && beans.containsBean(name))) {
				String clusters = PropertyChecks.MAIN_PREFIX + ".clusters.";
				throw new InvalidMesosPropertyException(clusters + name, null,
						"there is another bean with the name '" + name
								+ "', which that of the cluster's locator would be",
						clusters + "mesos-" + name + ".zk=" + MechanismProperty.DEFAULT);
			}
		}
	}

}

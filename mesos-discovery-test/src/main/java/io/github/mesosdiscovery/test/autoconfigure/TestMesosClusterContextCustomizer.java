package io.github.mesosdiscovery.test.autoconfigure;

import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.TestMesosClusterBuilder;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * {@link ContextCustomizer} that adds a cluster to a context. A record, since equal
 * customizers share a cached context.
 *
 * @param masters the number of masters
 * @param path the path of the registrations
 * @param format the format of the masters' znodes
 * @param http whether the masters serve HTTP
 */
record TestMesosClusterContextCustomizer(int masters, String path, MasterFormat format,
		boolean http) implements ContextCustomizer {

	static final String BEAN = "testMesosCluster";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		RootBeanDefinition definition = new RootBeanDefinition(TestMesosCluster.class, this::start);
		definition.setDestroyMethodName("close");
		// Nothing to start in AOT processing; this is called again at run time.
		definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
		((BeanDefinitionRegistry) beanFactory).registerBeanDefinition(BEAN, definition);
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new TestMesosClusterPropertySource(
					() -> beanFactory.getBean(BEAN, TestMesosCluster.class).mechanism()));
	}

	private TestMesosCluster start() {
		TestMesosClusterBuilder builder = TestMesosCluster.builder()
			.path(this.path)
			.masters(this.masters)
			.format(this.format);
		return (this.http ? builder.http() : builder).start();
	}

}

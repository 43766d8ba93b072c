package io.github.mesosdiscovery.test.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds {@link AutoConfigureTestMesosCluster} on a test class, on what it inherits from,
 * or on what it is nested in.
 */
final class TestMesosClusterContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		AutoConfigureTestMesosCluster settings = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureTestMesosCluster.class);
		return (settings != null) ? new TestMesosClusterContextCustomizer(settings.masters(), settings.path(),
				settings.format(), settings.http()) : null;
	}

}

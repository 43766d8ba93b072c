package io.github.mesosdiscovery.test.junit;

import java.util.Optional;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.TestMesosClusterBuilder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * {@link ParameterResolver} for {@link MesosCluster @MesosCluster}. The store closes the
 * cluster at the end of the test or class.
 */
final class MesosClusterParameterResolver implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(MesosCluster.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == TestMesosCluster.class;
	}

	@Override
	public TestMesosCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
		MesosCluster settings = parameter.findAnnotation(MesosCluster.class).orElseGet(() -> nearest(context));
		return context.getStore(NAMESPACE)
			.computeIfAbsent(TestMesosCluster.class, (key) -> start(settings), TestMesosCluster.class);
	}

	private static MesosCluster nearest(ExtensionContext context) {
		Optional<ExtensionContext> current = Optional.of(context);
		while (current.isPresent()) {
			Optional<MesosCluster> found = AnnotationSupport.findAnnotation(current.get().getElement(),
					MesosCluster.class);
			if (found.isPresent()) {
				return found.get();
			}
			current = current.get().getParent();
		}
		throw new IllegalStateException("No @MesosCluster on " + context.getDisplayName() + " or an enclosing element");
	}

	private static TestMesosCluster start(MesosCluster settings) {
		TestMesosClusterBuilder builder = TestMesosCluster.builder()
			.path(settings.path())
			.masters(settings.masters())
			.format(settings.format());
		return (settings.http() ? builder.http() : builder).start();
	}

}

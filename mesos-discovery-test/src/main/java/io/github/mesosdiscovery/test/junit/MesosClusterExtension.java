package io.github.mesosdiscovery.test.junit;

import java.util.function.Supplier;

import io.github.mesosdiscovery.test.TestMesosCluster;
import io.github.mesosdiscovery.test.TestMesosClusterBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit extension that starts a cluster. Register it with {@code @RegisterExtension}: an
 * instance field starts a cluster for each test, a static field one for the class.
 * <p>
 * Tests access it with {@link #cluster()} or a parameter of the type
 * {@link TestMesosCluster}.
 */
public final class MesosClusterExtension
		implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private final Supplier<TestMesosCluster> starter;

	private volatile @Nullable TestMesosCluster cluster;

	/** The class that the cluster belongs to. Nested classes share it. */
	private volatile @Nullable ExtensionContext owner;

	/**
	 * Create an extension for a cluster with three masters.
	 */
	public MesosClusterExtension() {
		this(TestMesosCluster.builder().masters(3));
	}

	/**
	 * Create an extension.
	 * @param builder starts the cluster of each test or class
	 */
	public MesosClusterExtension(TestMesosClusterBuilder builder) {
		this.starter = builder::start;
	}

	/**
	 * Return the running cluster.
	 * @return the cluster of this test or class
	 * @throws IllegalStateException before it is started and after it is closed
	 */
	public TestMesosCluster cluster() {
		TestMesosCluster cluster = this.cluster;
		if (cluster == null) {
			throw new IllegalStateException("No cluster is running. It starts before each test, or before all tests "
					+ "if the @RegisterExtension field is static");
		}
		return cluster;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		if (this.owner == null) {
			this.cluster = this.starter.get();
			this.owner = context;
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		if (this.owner == null) {
			this.cluster = this.starter.get();
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (this.owner == null) {
			close();
		}
	}

	@Override
	public void afterAll(ExtensionContext context) {
		if (context.equals(this.owner)) {
			close();
			this.owner = null;
		}
	}

	private void close() {
		TestMesosCluster cluster = this.cluster;
		this.cluster = null;
		if (cluster != null) {
			cluster.close();
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == TestMesosCluster.class;
	}

	@Override
	public TestMesosCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return cluster();
	}

}

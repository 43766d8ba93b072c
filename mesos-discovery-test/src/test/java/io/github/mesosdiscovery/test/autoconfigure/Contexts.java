package io.github.mesosdiscovery.test.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.test.TestMesosCluster;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/**
 * Creates the contexts of test classes like Spring, and closes them.
 */
final class Contexts implements AutoCloseable {

	private final List<TestContext> made = new ArrayList<>();

	ApplicationContext of(Class<?> testClass) {
		TestContext test = new TestContextManager(testClass).getTestContext();
		this.made.add(test);
		return test.getApplicationContext();
	}

	TestMesosCluster cluster(Class<?> testClass) {
		return of(testClass).getBean(TestMesosCluster.class);
	}

	/** Close contexts like {@code @DirtiesContext}. */
	void dirty() {
		this.made.forEach((test) -> test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE));
	}

	@Override
	public void close() {
		dirty();
	}

}

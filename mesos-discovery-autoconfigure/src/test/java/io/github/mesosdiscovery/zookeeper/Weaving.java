package io.github.mesosdiscovery.zookeeper;

import java.lang.instrument.Instrumentation;
import java.util.function.UnaryOperator;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.dynamic.scaffold.TypeValidation;

/**
 * Changes loaded classes of the library.
 */
final class Weaving {

	private static final Instrumentation instrumentation = ByteBuddyAgent.install();

	private Weaving() {
	}

	/**
	 * Change some classes.
	 * @param changes the changes
	 * @return reverts the changes
	 */
	static Runnable weave(UnaryOperator<AgentBuilder> changes) {
		StringBuilder failures = new StringBuilder();
		AgentBuilder agent = new AgentBuilder.Default(new ByteBuddy().with(TypeValidation.DISABLED))
			.disableClassFormatChanges()
			.with(RedefinitionStrategy.RETRANSFORMATION)
			.with(AgentBuilder.RedefinitionStrategy.DiscoveryStrategy.Reiterating.INSTANCE)
			.with(new AgentBuilder.Listener.Adapter() {
				@Override
				public void onError(String typeName, ClassLoader classLoader, net.bytebuddy.utility.JavaModule module,
						boolean loaded, Throwable throwable) {
					failures.append(typeName).append(": ").append(throwable);
				}
			});
		ResettableClassFileTransformer transformer = changes.apply(agent).installOn(instrumentation);
		if (!failures.isEmpty()) {
			throw new IllegalStateException("Not woven: " + failures);
		}
		return () -> transformer.reset(instrumentation, RedefinitionStrategy.RETRANSFORMATION);
	}

}

package io.github.mesosdiscovery.zookeeper;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Consumer;

import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input;
import net.bytebuddy.asm.Advice;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

/**
 * The code of the {@link PlantedBug}s, which advices copy into the library.
 */
final class Mistakes {

	private static final Map<ZooKeeper, Boolean> watching = Collections.synchronizedMap(new WeakHashMap<>());

	private Mistakes() {
	}

	/** Return whether the children were listed here. */
	static boolean listWithoutWatch(@Nullable ZooKeeper client, String path, int clientId, long request,
			ZnodeDecoder decoder, Consumer<Input> inputs) {
		if (client == null || watching.put(client, true) == null) {
			return false;
		}
		list(client, path, clientId, request, decoder, inputs);
		return true;
	}

	static boolean listWithPersistentWatch(@Nullable ZooKeeper client, String path, int clientId, long request,
			ZnodeDecoder decoder, Watcher watcher, Consumer<Input> inputs) {
		if (client == null) {
			return false;
		}
		if (watching.put(client, true) == null) {
			client.addWatch(path, watcher, AddWatchMode.PERSISTENT, (rc, watched, ctx) -> {
			}, null);
		}
		list(client, path, clientId, request, decoder, inputs);
		return true;
	}

	private static void list(ZooKeeper client, String path, int clientId, long request, ZnodeDecoder decoder,
			Consumer<Input> inputs) {
		client.getChildren(path, false, (rc, listed, ctx, children, stat) -> inputs.accept(new Input.ChildrenListed(
				clientId, request,
				(rc == Code.OK.intValue()) ? decoder.children(children, stat) : new Input.Failure(
						(rc == Code.NONODE.intValue()) ? Input.Failure.Cause.MISSING : Input.Failure.Cause.CONNECTION,
						"code " + rc))),
				null);
	}

	static void write(ZooKeeper client, String path) {
		client.setData(path, new byte[0], -1, (rc, written, ctx, stat) -> {
		}, null);
	}

	static final class ListWithoutWatch {

		private ListWithoutWatch() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("zooKeeper") ZooKeeper client, @Advice.FieldValue("path") String path,
				@Advice.FieldValue("clientId") int clientId, @Advice.Argument(0) long request,
				@Advice.FieldValue("decoder") ZnodeDecoder decoder,
				@Advice.FieldValue("inputs") Consumer<Input> inputs) {
			return Mistakes.listWithoutWatch(client, path, clientId, request, decoder, inputs);
		}

	}

	static final class ListWithPersistentWatch {

		private ListWithPersistentWatch() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("zooKeeper") ZooKeeper client, @Advice.FieldValue("path") String path,
				@Advice.FieldValue("clientId") int clientId, @Advice.Argument(0) long request,
				@Advice.FieldValue("decoder") ZnodeDecoder decoder, @Advice.FieldValue("watcher") Watcher watcher,
				@Advice.FieldValue("inputs") Consumer<Input> inputs) {
			return Mistakes.listWithPersistentWatch(client, path, clientId, request, decoder, watcher, inputs);
		}

	}

	static final class Never {

		private Never() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.Return(readOnly = false) boolean result) {
			result = false;
		}

	}

	static final class Skip {

		private Skip() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter() {
			return true;
		}

	}

	static final class Write {

		private Write() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.FieldValue("zooKeeper") ZooKeeper client, @Advice.FieldValue("path") String path) {
			Mistakes.write(client, path);
		}

	}

}

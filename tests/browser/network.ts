import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way to the server, which can be cut in the middle of whatever goes over it. */
export async function openNetwork(to: number) {
  const open = new Set<Socket>();
  let isCut = false;
  let wait = 0;
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    const onward = connect(to, '127.0.0.1');
    for (const one of [socket, onward]) {
      open.add(one);
      one.on('close', () => open.delete(one));
      one.on('error', () => undefined); // cut
    }
    onward.pipe(socket);
    // What goes to the server may take its time.
    socket.on('data', (chunk) => void (wait > 0 ? setTimeout(() => onward.write(chunk), wait) : onward.write(chunk)));
    socket.on('end', () => setTimeout(() => onward.end(), wait));
  });
  const cutAll = () => {
    for (const socket of open) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, // reason: it listens on TCP
    isCut(cut: boolean) {
      isCut = cut;
      if (cut) cutAll();
    },
    delay(milliseconds: number) {
      wait = milliseconds;
    },
    close() {
      cutAll();
      server.close();
    },
  };
}

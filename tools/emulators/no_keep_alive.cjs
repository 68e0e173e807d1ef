// Loaded into firebase-tools before anything else: a new connection for every request.
//
// The functions emulator keeps its connections to the functions' processes open, as Node does since
// version 19. Their server closes a connection that was idle for two seconds. A request that is
// sent at that very moment fails with "socket hang up", about once in ten thousand calls. In the
// cloud something else stands between the two.
'use strict';
const http = require('node:http');

http.globalAgent = new http.Agent({ keepAlive: false });
